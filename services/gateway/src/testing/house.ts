import { type Bus, connectBus, type Served, serve } from '@guildhall/messaging';
import type { Store } from '@guildhall/mongo';
import { testNats, type TestNats, testStore } from '@guildhall/testing';
import { ProbeService } from './contract.ts';
import { type FakeIdentity, fakeIdentity, startGateway, type TestGateway } from './gateway.ts';

/** What the probe service does; tests replace it method by method, by local name. */
type Probe = Record<string, (request: never, call: never) => Promise<unknown>>;

type Reply = Readonly<{ status: number; headers: Headers; text: string; json: Record<string, unknown> }>;

export type House = Readonly<{
  bus: Bus;
  nats: TestNats;
  store: Store;
  identity: FakeIdentity;
  probe: Probe;
  /** Opens one more gateway on the same broker and store. */
  open(options?: Partial<Parameters<typeof startGateway>[0]>): Promise<TestGateway>;
  close(): Promise<void>;
}>;

/** Broker, store, an identity and a service behind a gateway: everything real but the two services. */
export async function openHouse(): Promise<House> {
  const [nats, store] = await Promise.all([testNats(), testStore()]);
  const bus = await connectBus({ servers: nats.url, name: 'house' });
  const identity = fakeIdentity(bus);
  identity.tokens.set('member', { personId: 'ada', permissions: [] });
  identity.tokens.set('reader', { personId: 'bob', permissions: ['probe.read'] });
  identity.sessions.set('session-of-ada', { personId: 'ada', permissions: [] });
  identity.sessions.set('session-of-bob', { personId: 'bob', permissions: ['probe.read'] });
  const probe: Probe = {};
  const served = serveProbe(bus, probe);
  const opened: TestGateway[] = [];
  return {
    bus,
    nats,
    store,
    identity,
    probe,
    open: async (options = {}) => {
      const gateway = await startGateway({ natsUrl: nats.url, store, ...options });
      opened.push(gateway);
      return gateway;
    },
    close: async () => {
      await Promise.all(opened.map((gateway) => gateway.close()));
      await Promise.allSettled([served.close(), identity.close()]);
      await bus.close();
      await Promise.all([store.close(), nats.close()]);
    },
  };
}

/** What nobody replaced gives back what it was given, as far as it fits. */
const serveProbe = (bus: Bus, probe: Probe): Served => {
  const methods = ProbeService.methods
    .filter(({ methodKind }) => methodKind === 'unary')
    .map(({ localName }) => [
      localName,
      async (request: never, call: never) => (await probe[localName]?.(request, call)) ?? {},
    ]);
  return serve(bus, ProbeService, Object.fromEntries(methods) as never);
};

type Ask = Readonly<{ token?: string; cookie?: string; body?: unknown; headers?: Record<string, string> }>;

/** One request; an object becomes JSON. */
export async function ask(url: string, verb: string, { token, cookie, body, headers = {} }: Ask = {}): Promise<Reply> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const answer = await fetch(url, {
    method: verb,
    redirect: 'manual',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isRaw ? (body as string) : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = text !== '' && /json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, headers: answer.headers, text, json: isJson ? JSON.parse(text) : {} };
}
