import { testStore, testStoreUrl, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aggregates, type Aggregates, connectStore, type Store } from './index.ts';
import { cuttableWire } from './proxy.testing.ts';

type Box = Readonly<{ content: string }>;

let direct: Store;
let behindWire: Store;
let wire: Awaited<ReturnType<typeof cuttableWire>>;
let seen: Aggregates<Box>;
let boxes: Aggregates<Box>;

beforeAll(async () => {
  direct = await testStore();
  const url = new URL(testStoreUrl());
  wire = await cuttableWire(Number(url.port));
  url.port = String(wire.port);
  behindWire = await connectStore({ url: url.href, database: direct.connection.name, appName: 'behind a wire' });
  seen = aggregates<Box>({ store: direct, collection: 'boxes' });
  boxes = aggregates<Box>({ store: behindWire, collection: 'boxes' });
  await seen.ready();
});
afterAll(async () => {
  await behindWire.close();
  await wire.close();
  await direct.close();
});

const arrives = (id: string, version: number) =>
  vi.waitFor(async () => expect(await seen.find(id)).toMatchObject({ version }), { timeout: 3_000, interval: 10 });

describe('a save whose answer never comes', () => {
  it('is done when reading back shows that it was stored', async () => {
    const id = uniqueName('box');
    await boxes.save({ id, version: 1, state: { content: 'a' } });
    wire.deafen();
    const saved = boxes.save({ id, version: 2, state: { content: 'b' } });
    await arrives(id, 2);
    wire.heal();
    wire.cut();
    await expect(saved).resolves.toBeUndefined();
    await expect(seen.find(id)).resolves.toMatchObject({ version: 2 });
  });

  it('is done for an insert, too, and for each of a group', async () => {
    const ids = Array.from({ length: 5 }, () => uniqueName('box'));
    wire.deafen();
    const saved = Promise.all(ids.map((id) => boxes.save({ id, version: 1, state: { content: id } })));
    await arrives(ids[4] ?? '', 1);
    wire.heal();
    wire.cut();
    await saved;
    expect(await seen.findMany(ids)).toHaveLength(5);
  });

  it('is stale when somebody else was stored in its place', async () => {
    const id = uniqueName('box');
    await boxes.save({ id, version: 1, state: { content: 'a' } });
    await seen.save({ id, version: 2, state: { content: 'faster' } });
    wire.cut();
    await expect(boxes.save({ id, version: 2, state: { content: 'b' } })).rejects.toMatchObject({
      code: 'store.stale_version',
    });
  });
});

describe('saves over a wire that is cut again and again', () => {
  it('are stored when they are acknowledged, and never stale without a rival', async () => {
    const acknowledged: string[] = [];
    const refused: unknown[] = [];
    const writer = async (): Promise<void> => {
      for (let turn = 0; turn < 25; turn += 1) {
        const id = uniqueName('box');
        const saves = [1, 2].map((version) => ({ id, version, state: { content: id } }));
        try {
          for (const save of saves) await boxes.save(save);
          acknowledged.push(id);
        } catch (error) {
          refused.push(error);
        }
      }
    };
    const cuts = setInterval(wire.cut, 70);
    await Promise.all(Array.from({ length: 20 }, writer));
    clearInterval(cuts);
    const stored = await seen.findMany(acknowledged);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(stored.map(({ version }) => version)).toEqual(acknowledged.map(() => 2));
    expect(refused.filter((error) => (error as { kind?: string }).kind !== 'unavailable')).toEqual([]);
  });
});

describe('a store that is gone', () => {
  it('makes finding and saving fail as unavailable, and ping too', async () => {
    const store = await connectStore({ url: testStoreUrl(), database: uniqueName('test'), appName: 'gone' });
    const gone = aggregates<Box>({ store, collection: 'boxes' });
    await store.close();
    await expect(gone.find('x')).rejects.toMatchObject({ kind: 'unavailable', code: 'store.unavailable' });
    const saved = gone.save({ id: 'x', version: 1, state: { content: '' } });
    await expect(saved).rejects.toMatchObject({ kind: 'unavailable', code: 'store.outcome_unknown' });
    await expect(store.ping()).rejects.toThrow();
  });
});

describe('connecting', () => {
  it('refuses an address that weakens what "stored" means', async () => {
    const url = new URL(testStoreUrl());
    url.searchParams.set('journal', 'false');
    const weak = connectStore({ url: url.href, database: uniqueName('test'), appName: 'weak' });
    await expect(weak).rejects.toThrow('weakens');
  });

  it('refuses a database name that is not lower case', async () => {
    const named = connectStore({ url: testStoreUrl(), database: 'Test', appName: 'test' });
    await expect(named).rejects.toThrow('lower case');
  });
});
