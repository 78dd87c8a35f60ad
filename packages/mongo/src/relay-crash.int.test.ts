import { eventStream } from '@guildhall/contracts';
import { SiteChangedSchema } from '@guildhall/contracts/register/v1/events';
import { type Bus, connectBus, fact, newId, type Relay, type RelayOptions } from '@guildhall/messaging';
import { testNats, type TestNats, testStore, testStoreUrl } from '@guildhall/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aggregates, type Aggregates, connectStore, relayed, type Store } from './index.ts';
import { cuttableWire } from './proxy.testing.ts';

type Site = Readonly<{ name: string }>;
type Wire = Awaited<ReturnType<typeof cuttableWire>>;
type Replica = Readonly<{ sites: Aggregates<Site>; relay: Relay; bus: Bus; store: Store; wire: Wire }>;

const at = new Date('2026-03-02T10:00:00Z');
const quick = { timeout: 15_000, interval: 25 };
const often: RelayOptions = { sweepMs: 50, silentMs: 100 };

let nats: TestNats;
let direct: Store;
let watching: Bus;
const replicas: Replica[] = [];

beforeEach(async () => {
  [nats, direct] = await Promise.all([testNats(), testStore()]);
  watching = await connectBus({ servers: nats.url, name: 'watching' });
});
afterEach(async () => {
  for (const one of replicas.splice(0)) await die(one);
  await watching.close();
  await Promise.all([direct.close(), nats.close()]);
});

/** A process with connections of its own to store and broker. */
async function open(options: RelayOptions = often): Promise<Replica> {
  const url = new URL(testStoreUrl());
  const wire = await cuttableWire(Number(url.port));
  url.port = String(wire.port);
  const store = await connectStore({ url: url.href, database: direct.connection.name, appName: 'replica' });
  const bus = await connectBus({ servers: nats.url, name: 'register' });
  const make = (offer?: Parameters<typeof aggregates<Site>>[0]['offer']) => ({
    sites: aggregates<Site>({ store, collection: 'sites', ...(offer && { offer }) }),
  });
  const replica = { ...(await relayed(bus, make, options)), bus, store, wire };
  replicas.push(replica);
  return replica;
}
/** Ends it as a crash would: from here on it can neither store nor publish, and takes nothing back. */
async function die({ bus, store, wire, relay }: Replica): Promise<void> {
  wire.cut();
  await wire.close();
  await bus.nc.close();
  await store.close();
  await relay.close();
}
const crash = async (replica: Replica): Promise<void> => {
  replicas.splice(replicas.indexOf(replica), 1);
  await die(replica);
};
const save = async ({ sites }: Pick<Replica, 'sites'>, id = newId(), version = 1): Promise<string> => {
  const messages = [fact(SiteChangedSchema, { id, version }, at, { siteId: id })];
  await sites.save({ id, version, state: { name: id }, messages });
  return id;
};
const saveMany = (replica: Replica, count: number) => Promise.all(Array.from({ length: count }, () => save(replica)));
const published = async (): Promise<number> =>
  (await watching.jsm.streams.info(eventStream('register').name)).state.messages;
const arrive = (count: number) => vi.waitFor(async () => expect(await published()).toBe(count), quick);
const nothingWaits = ({ sites }: Replica) =>
  vi.waitFor(() => expect(sites.outbox.ledger.oldest()).toBeUndefined(), quick);
const marks = (of: Replica) => of.sites.outbox.marks.outboxes.all();
const marksLeft = (of: Replica, count: number) =>
  vi.waitFor(async () => expect((await marks(of)).size).toBe(count), quick);

describe('what a process stored and did not publish', () => {
  it('is published by the one that follows it, at once', async () => {
    const first = await open();
    await first.bus.nc.close();
    await saveMany(first, 200);
    await crash(first);
    // Too patient to wait for the mark to stand still.
    await open({ sweepMs: 60_000, silentMs: 60_000 });
    await arrive(200);
  });

  it('is published by another that runs beside it, and its mark goes', async () => {
    const [first, second] = [await open(), await open()];
    await first.bus.nc.close();
    await saveMany(first, 50);
    await crash(first);
    await arrive(50);
    await marksLeft(second, 1);
  });

  it('is published when it changed afterwards by the hand of another', async () => {
    const [first, second] = [await open({ sweepMs: 60_000 }), await open()];
    await first.bus.nc.close();
    const ids = await saveMany(first, 50);
    await Promise.all(ids.map((id) => save(second, id, 2)));
    await crash(first);
    await arrive(100);
  });

  it('is published when both of two replicas take it over', async () => {
    const [first, second, third] = [await open(), await open(), await open()];
    await first.bus.nc.close();
    await saveMany(first, 100);
    await crash(first);
    await arrive(100);
    await marksLeft(second, 2);
    await crash(third);
    expect(await published()).toBe(100);
  });

  it('is published after a broker whose files are gone came back, too', async () => {
    const first = await open();
    await saveMany(first, 50);
    await nothingWaits(first);
    await nats.kill();
    await saveMany(first, 50);
    await crash(first);
    nats.deleteFiles();
    await nats.restart();
    await open();
    await arrive(100);
  });
});

describe('a save of unknown outcome', () => {
  it('is published when it turns up late', async () => {
    const replica = await open();
    const id = newId();
    await save(replica, id);
    await arrive(1);
    const [ticket, version] = [replica.sites.outbox.ledger.begin(), 2];
    const late = fact(SiteChangedSchema, { id, version }, at, { siteId: id });
    const { ledger } = replica.sites.outbox;
    ledger.seek(ticket, { owner: id, messageIds: [late.id], certainAtMs: performance.now() + 60_000 });
    const entry = { ...late, version, keptAt: ticket.keptAt };
    const change = { $set: { version }, $push: { outbox: entry }, $max: { outboxAt: ticket.keptAt } };
    await direct.connection.collection<{ _id: string }>('sites').updateOne({ _id: id }, change);
    await arrive(2);
    await nothingWaits(replica);
  });

  it('holds the mark, so that a crash loses nothing', async () => {
    const replica = await open({ sweepMs: 60_000 });
    const { wire } = replica;
    wire.deafen();
    const saved = save(replica).catch(() => undefined);
    const sites = direct.connection.collection('sites');
    await vi.waitFor(async () => expect(await sites.countDocuments()).toBe(1), quick);
    await crash(replica);
    await saved;
    await open();
    await arrive(1);
  });
});

describe('a process that ends well', () => {
  it('leaves no mark, and nothing to do for the next', async () => {
    const first = await open();
    await saveMany(first, 100);
    await nothingWaits(first);
    expect((await marks(first)).size).toBe(1);
    await first.relay.close();
    expect((await marks(first)).size).toBe(0);
  });

  it('stands for what it stores after its relay ended', async () => {
    const first = await open();
    await first.relay.close();
    await saveMany(first, 20);
    expect((await marks(first)).size).toBe(1);
    await crash(first);
    await open();
    await arrive(20);
  });
});

describe('a process whose connections break again and again', () => {
  it('publishes every save that it acknowledged, and dies without losing one', { timeout: 60_000 }, async () => {
    const first = await open();
    const acknowledged = new Set<string>();
    const writer = async (): Promise<void> => {
      for (let turn = 0; turn < 20; turn += 1)
        await save(first).then(
          (id) => acknowledged.add(id),
          () => undefined,
        );
    };
    const cuts = setInterval(first.wire.cut, 60);
    await Promise.all(Array.from({ length: 10 }, writer));
    clearInterval(cuts);
    await crash(first);
    await open();
    const stored = await direct.connection.collection<{ _id: string }>('sites').find({}).toArray();
    for (const { _id } of stored) acknowledged.delete(_id);
    expect([...acknowledged]).toEqual([]);
    await arrive(stored.length);
  });
});
