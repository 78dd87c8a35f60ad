import { RegisterService } from '@guildhall/contracts/register/v1/service';
import { anonymous, type Principal } from '@guildhall/kernel';
import { type Call, client, connectBus } from '@guildhall/messaging';
import { connectStore } from '@guildhall/mongo';
import { createLog, health, lifecycle, settings } from '@guildhall/runtime';
import { type TestClock, testStoreUrl } from '@guildhall/testing';
import { compose } from './compose.ts';
import { Settings } from './config.ts';

/** Where the instances of one test meet. */
export type Meeting = Readonly<{ natsUrl: string; database: string; clock: TestClock }>;

/** Runs the whole service in this process, with connections of its own, as a replica would. */
export async function startRegister({ natsUrl, database, clock }: Meeting) {
  const life = lifecycle((name, error) => process.emitWarning(`${name} did not close: ${String(error)}`));
  const linkKey = Buffer.alloc(32, 1).toString('base64url');
  const env = { NATS_URL: natsUrl, MONGO_URL: testStoreUrl(), SANDBOX: 'on', LINK_KEY: linkKey };
  const connecting = connectStore({ url: testStoreUrl(), database, appName: 'register' });
  const store = await life.hold('store', connecting, (held) => held.close());
  const bus = await life.hold('bus', connectBus({ servers: natsUrl, name: 'register' }), (held) => held.close());
  const log = createLog({ service: 'register', level: process.env['LOG_LEVEL'] ?? 'silent' });
  await compose({ settings: settings(Settings, env), log, clock, bus, store, life, health: health() });
  return { bus, store, close: life.close };
}

/** The contract's methods, called as the gateway would for a person. */
export const callRegister = (bus: Parameters<typeof client>[0]) => client(bus, RegisterService, { timeoutMs: 10_000 });

/** What travels beside the call of a person. */
export const as = (name: string, kind: Principal['kind'] = 'session'): Pick<Call, 'principal' | 'client'> => ({
  principal: { ...anonymous, kind, personId: name.toLowerCase().replaceAll(' ', '-'), displayName: name },
  client: { ip: '192.0.2.7', userAgent: 'Firefox' },
});
