import { eventStream } from '@guildhall/contracts';
import { SiteChangedSchema } from '@guildhall/contracts/register/v1/events';
import { type Bus, connectBus, consume, type Consuming, fact, newId, on, type Relay } from '@guildhall/messaging';
import { testNats, type TestNats, testStore } from '@guildhall/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aggregates, type Aggregates, relayed, type Store } from './index.ts';

type Site = Readonly<{ name: string }>;

const at = new Date('2026-03-02T10:00:00Z');
const quick = { timeout: 15_000, interval: 25 };

let nats: TestNats;
let bus: Bus;
let store: Store;
let relay: Relay;
let sites: Aggregates<Site>;
let consumer: Consuming;
let heard: Map<string, number>;

beforeEach(async () => {
  [nats, store] = await Promise.all([testNats(), testStore()]);
  bus = await connectBus({ servers: nats.url, name: 'register' });
  await open();
  heard = new Map();
  const count = on(SiteChangedSchema, async ({ siteId }) => void heard.set(siteId, (heard.get(siteId) ?? 0) + 1));
  consumer = consume(bus, { stream: eventStream('register'), durable: 'test-sites', subscriptions: [count] });
  await consumer.ready;
});
afterEach(async () => {
  await consumer.close();
  await relay.close();
  await bus.close();
  await Promise.all([store.close(), nats.close()]);
});

const open = async (): Promise<void> => {
  const make = (offer?: Parameters<typeof aggregates<Site>>[0]['offer']) => ({
    sites: aggregates<Site>({ store, collection: 'sites', ...(offer && { offer }) }),
  });
  ({ relay, sites } = await relayed(bus, make));
};
const save = async (id = newId(), version = 1): Promise<string> => {
  const messages = [fact(SiteChangedSchema, { id, version }, at, { siteId: id })];
  await sites.save({ id, version, state: { name: id }, messages });
  return id;
};
const saveMany = (count: number) => Promise.all(Array.from({ length: count }, () => save()));
const hears = (ids: readonly string[]) =>
  vi.waitFor(() => expect(ids.filter((id) => !heard.has(id))).toEqual([]), quick);
const nothingWaits = () => vi.waitFor(() => expect(sites.outbox.ledger.oldest()).toBeUndefined(), quick);

describe('from the save to the consumer', () => {
  it('each message arrives, once when nothing breaks, and its outbox is cleared', async () => {
    const ids = await saveMany(1_000);
    await hears(ids);
    await nothingWaits();
    expect([...heard.values()].every((times) => times === 1)).toBe(true);
  });

  it('messages of a hot aggregate arrive all, and its outbox is cleared', async () => {
    const id = newId();
    for (let version = 1; version <= 30; version += 1) await save(id, version);
    await vi.waitFor(() => expect(heard.get(id)).toBe(30), quick);
    await nothingWaits();
  });

  it('nothing is lost when the broker is killed and its files are deleted, while saves go on', async () => {
    const ids = await saveMany(200);
    await hears(ids);
    await nats.kill();
    ids.push(...(await saveMany(200)));
    nats.deleteFiles();
    await nats.restart();
    ids.push(...(await saveMany(200)));
    await hears(ids);
    await nothingWaits();
    const stored = async () => (await bus.jsm.streams.info('EVT_REGISTER')).state.messages;
    await vi.waitFor(async () => expect(await stored()).toBe(600), quick);
  });

  it('nothing is lost when the process dies before it published', async () => {
    await relay.close();
    const ids = await saveMany(100);
    expect(heard.size).toBe(0);
    await open();
    await hears(ids);
    await nothingWaits();
  });

  it('two relays over one store bring each message out', async () => {
    const first = relay;
    await open();
    const ids = await saveMany(300);
    await hears(ids);
    await nothingWaits();
    await first.close();
  });
});
