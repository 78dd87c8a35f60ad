import { SendMessageSchema, type SendMessage } from '@guildhall/contracts/notifier/v1/commands';
import { IdentityService } from '@guildhall/contracts/identity/v1/service';
import { commandStream } from '@guildhall/contracts';
import { anonymous, type Principal } from '@guildhall/kernel';
import { type Bus, type Call, client, consume, on, sealer } from '@guildhall/messaging';
import type { Store } from '@guildhall/mongo';
import { createLog, health, lifecycle, settings } from '@guildhall/runtime';
import { type TestClock, testBus, testClock, testStore, uniqueName } from '@guildhall/testing';
import { vi } from 'vitest';
import { compose } from './compose.ts';
import { Settings } from './config.ts';

const key = Buffer.alloc(32, 5);
const log = createLog({ service: 'identity', level: 'silent' });
const ignore = (): void => undefined;

type World = Readonly<{ bus: Bus; store: Store; clock: TestClock }>;

/** One replica of the service, as its process would run it. */
export async function startIdentity({ bus, store, clock }: World, env: NodeJS.ProcessEnv = {}) {
  const known = settings(Settings, {
    NATS_URL: 'nats://given',
    MONGO_URL: 'mongodb://given',
    PUBLIC_URL: 'https://members.example.org',
    STAFF_EMAIL_DOMAINS: 'example.org',
    CODE_KEY: key.toString('base64url'),
    SEALING_KEY: key.toString('base64url'),
    APP_TOKEN_KEY: key.toString('base64url'),
    PIN_KEY: key.toString('base64url'),
    ...env,
  });
  const life = lifecycle(ignore);
  await compose({ settings: known, log, clock, bus, store, life, health: health() });
  return life;
}

/** What the notifier would have been asked to send. */
export function notifierStub(bus: Bus) {
  const asked: SendMessage[] = [];
  const consuming = consume(bus, {
    stream: commandStream('notifier'),
    durable: uniqueName('stub'),
    subscriptions: [on(SendMessageSchema, async (message) => void asked.push(message))],
  });
  const opened = ({ sealedVariables, idempotencyKey }: SendMessage): string =>
    (sealer(key).open(sealedVariables, idempotencyKey) as { code: string }).code;
  return {
    asked,
    close: () => consuming.close(),
    messageOf: (challengeId: string) =>
      vi.waitFor(() => {
        const found = asked.find(({ reference }) => reference === `challenge:${challengeId}`);
        if (!found) throw new Error('the message has not arrived yet');
        return found;
      }, 10_000),
    /** The token in the link of the mail that left last for this address. */
    tokenFor: (to: string, template: string) =>
      vi.waitFor(() => {
        const mail = asked.findLast((one) => one.to === to && one.template === template);
        if (!mail) throw new Error('the mail has not arrived yet');
        const { link } = sealer(key).open(mail.sealedVariables, mail.idempotencyKey) as { link: string };
        return link.split('/').at(-1) ?? '';
      }, 10_000),
    async codeOf(challengeId: string): Promise<string> {
      return opened(await this.messageOf(challengeId));
    },
  };
}

/** A whole service over a broker and a database of its own. */
export async function identityWorld(start: string, replicas = 1, env: NodeJS.ProcessEnv = {}) {
  const [bus, store, clock] = [await testBus(), await testStore(), testClock(start)];
  const world = { bus, store, clock };
  const lives = await Promise.all(Array.from({ length: replicas }, () => startIdentity(world, env)));
  const notifier = notifierStub(bus);
  const close = async (): Promise<void> => {
    await notifier.close();
    for (const life of lives) await life.close();
    await store.close();
    await bus.close();
  };
  return { ...world, notifier, close, identity: client(bus, IdentityService, { timeoutMs: 10_000 }) };
}

const somewhere = { ip: '192.0.2.7', userAgent: 'curl/8.5.0' };
export const nobody: Partial<Call> = { principal: anonymous, client: somewhere };
export const as = (principal: Partial<Principal>): Partial<Call> => ({
  client: somewhere,
  principal: { ...anonymous, kind: 'session', ...principal },
});
