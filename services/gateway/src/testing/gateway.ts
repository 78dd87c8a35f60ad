import type { DescService } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import { GatewayService } from '@guildhall/contracts/gateway/v1/service';
import { IdentityService, PersonSchema } from '@guildhall/contracts/identity/v1/service';
import { AppError } from '@guildhall/kernel';
import { type Bus, connectBus, type Implementation, serve } from '@guildhall/messaging';
import type { Store } from '@guildhall/mongo';
import { createLog, health, lifecycle } from '@guildhall/runtime';
import { type TestClock, testClock } from '@guildhall/testing';
import { hash } from 'node:crypto';
import { openGateway } from '../compose.ts';
import { Settings } from '../config.ts';
import { ProbeService } from './contract.ts';

type Visitor = Readonly<{ personId: string; permissions: readonly string[] }>;

/** Identity as far as the gateway asks it: who is behind which token. */
export type FakeIdentity = Readonly<{
  sessions: Map<string, Visitor>;
  /** Personal tokens, and what the app shows. */
  tokens: Map<string, Visitor>;
  kiosks: Map<string, Readonly<{ siteId: string }>>;
  /** How often it was asked. */
  asked: () => number;
  close: () => Promise<void>;
}>;

const digest = (token: string): string => hash('sha256', token, 'base64url');

export function fakeIdentity(bus: Bus): FakeIdentity {
  const sessions = new Map<string, Visitor>();
  const tokens = new Map<string, Visitor>();
  let asked = 0;
  const refuse = async (): Promise<never> => {
    throw new AppError('not-found', 'identity.not_here', 'Not in this test.');
  };
  const kiosks = new Map<string, Readonly<{ siteId: string }>>();
  const found = <One>(of: ReadonlyMap<string, One>, sought: Uint8Array) =>
    [...of].find(([token]) => digest(token) === Buffer.from(sought).toString('base64url'));
  const implementation = Object.fromEntries(
    IdentityService.methods.map(({ localName }) => [localName, refuse]),
  ) as unknown as Implementation<typeof IdentityService>;
  const served = serve(bus, IdentityService, {
    ...implementation,
    resolveCredential: async ({ credential }) => {
      asked++;
      const isSession = credential.case === 'sessionHash';
      const sought = credential.case === 'appToken' ? hash('sha256', credential.value, 'buffer') : credential.value;
      const holder = sought && found(isSession ? sessions : tokens, sought);
      const kiosk = sought && found(kiosks, sought);
      if (kiosk) return { device: { id: `id-of-${kiosk[0]}`, siteId: kiosk[1].siteId, label: 'Front door' } };
      if (!holder) return {};
      const [token, { personId, permissions }] = holder;
      const person = create(PersonSchema, {
        id: personId,
        firstName: 'Ada',
        displayName: 'Ada Lovelace',
        kind: 1,
        status: 1,
      });
      return { person, permissions: [...permissions], sessionId: `id-of-${token}` };
    },
  });
  return { sessions, tokens, kiosks, asked: () => asked, close: () => served.close() };
}

export type TestGateway = Readonly<{
  url: string;
  clock: TestClock;
  close: () => Promise<void>;
}>;

type Options = Readonly<{
  natsUrl: string;
  store: Store;
  clock?: TestClock;
  services?: readonly DescService[];
  settings?: Readonly<Record<string, string>>;
}>;

/** A gateway as a process would open it, on a free port, with a broker connection of its own. */
export async function startGateway({
  natsUrl,
  store,
  services,
  settings = {},
  ...options
}: Options): Promise<TestGateway> {
  const clock = options.clock ?? testClock('2026-03-02T09:00:00Z');
  const life = lifecycle(() => undefined);
  const bus = await life.hold('bus', connectBus({ servers: natsUrl, name: 'gateway' }), (held) => held.close());
  const { port } = await openGateway(
    {
      settings: Settings.parse({
        NATS_URL: natsUrl,
        MONGO_URL: 'mongodb://unused',
        PORT: '0',
        SESSION_KEY: Buffer.alloc(32, 1).toString('base64url'),
        SEALING_KEY: Buffer.alloc(32, 2).toString('base64url'),
        PUBLIC_URL: 'http://members.example.org',
        ...settings,
      }),
      log: createLog({ service: 'gateway', level: 'silent' }),
      clock,
      bus,
      store,
      life,
      health: health(),
    },
    { services: services ?? [GatewayService, ProbeService] },
  );
  return { url: `http://127.0.0.1:${port}`, clock, close: () => life.close() };
}
