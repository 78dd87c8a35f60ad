import { setTimeout as delay } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isAlive } from './alive.ts';
import { startEmbedded } from './embedded.ts';
import { temporaryStore, type TemporaryStore, toolsRoot } from './testing.ts';

const WORKERS = 8;
const ENOUGH = 300;

let store: TemporaryStore;
let client: mongo.MongoClient;

beforeAll(async () => {
  store = await temporaryStore();
  client = await store.connect({ maxPoolSize: WORKERS });
});
afterAll(() => store.close());

interface Entry {
  readonly _id: string;
}

/** Writers that go on through failures until told to stop, and what was acknowledged to them. */
const startWriting = (entries: mongo.Collection<Entry>) => {
  const acknowledged: string[] = [];
  const over = new AbortController();
  const write = async (worker: number): Promise<void> => {
    for (let n = 0; !over.signal.aborted; n += 1) {
      const _id = `${worker}-${n}`;
      const done = await entries.insertOne({ _id }).catch(() => undefined);
      if (done) acknowledged.push(_id);
      else await delay(5);
    }
  };
  const workers = Array.from({ length: WORKERS }, (_, worker) => write(worker));
  const until = (count: number) =>
    vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(count), { timeout: 15_000 });
  const stop = async (): Promise<readonly string[]> => {
    over.abort();
    await Promise.all(workers);
    return acknowledged;
  };
  return { acknowledged, until, stop };
};

const missing = async (entries: mongo.Collection<Entry>, ids: readonly string[]): Promise<string[]> => {
  const found = new Set(await entries.distinct('_id'));
  return ids.filter((id) => !found.has(id));
};

describe.each(['postgres', 'gateway'] as const)('after kill -9 of %s', (victim) => {
  it('every acknowledged write is there, and writing goes on', async () => {
    const entries = client.db('crash').collection<Entry>(`entries_${victim}`);
    const writing = startWriting(entries);
    await writing.until(ENOUGH);
    const before = (await store.pids())[victim] ?? 0;
    process.kill(before, 'SIGKILL');
    const atKill = writing.acknowledged.length;
    await writing.until(atKill + ENOUGH);
    const acknowledged = await writing.stop();
    expect(await missing(entries, acknowledged)).toEqual([]);
    expect((await store.pids())[victim]).not.toBe(before);
  });
});

describe('a write whose connection to PostgreSQL is lost', () => {
  it('is repeated by the driver and has one effect', async () => {
    const counters = client.db('crash').collection<{ _id: number; n: number }>('counters');
    await counters.insertOne({ _id: 1, n: 0 });
    let acknowledged = 0;
    const over = new AbortController();
    const count = async (): Promise<void> => {
      while (!over.signal.aborted) {
        await counters.updateOne({ _id: 1 }, { $inc: { n: 1 } });
        acknowledged += 1;
      }
    };
    const workers = [count(), count(), count()];
    await vi.waitFor(() => expect(acknowledged).toBeGreaterThan(50), { timeout: 10_000 });
    process.kill((await store.pids()).postgres ?? 0, 'SIGKILL');
    const atKill = acknowledged;
    await vi.waitFor(() => expect(acknowledged).toBeGreaterThan(atKill + 50), { timeout: 10_000 });
    over.abort();
    await Promise.all(workers);
    expect((await counters.findOne({ _id: 1 }))?.n).toBe(acknowledged);
  });
});

describe('a store', () => {
  it('refuses data that another one serves', async () => {
    const again = startEmbedded({ dir: toolsRoot, dataDir: store.dataDir, report: () => undefined });
    await expect(again).rejects.toThrow('A document store already runs on');
  });

  it('leaves no process and keeps the data when it is stopped', async () => {
    const one = await temporaryStore();
    const { postgres = 0, gateway = 0 } = await one.pids();
    await (await one.connect()).db('kept').collection<Entry>('entries').insertOne({ _id: 'kept' });
    await one.store.stop();
    expect([postgres, gateway].filter(isAlive)).toEqual([]);
    const next = await startEmbedded({ dir: toolsRoot, dataDir: one.dataDir, report: () => undefined });
    const reader = await new mongo.MongoClient(next.url).connect();
    expect(await reader.db('kept').collection<Entry>('entries').findOne({})).toEqual({ _id: 'kept' });
    await reader.close();
    await next.stop();
    await one.close();
  });
});
