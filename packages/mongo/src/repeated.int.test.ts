import { testStore, testStoreUrl, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectStore, insertOnce, repeated, type Store } from './index.ts';
import { cuttableWire } from './proxy.testing.ts';
import { collectionOf } from './store.ts';

type Row = { _id: string; text: string };

let direct: Store;
let store: Store;
let wire: Awaited<ReturnType<typeof cuttableWire>>;

beforeAll(async () => {
  direct = await testStore();
  const url = new URL(testStoreUrl());
  wire = await cuttableWire(Number(url.port));
  url.port = String(wire.port);
  store = await connectStore({ url: url.href, database: direct.connection.name, appName: 'behind a wire' });
});
afterAll(async () => {
  await store.close();
  await wire.close();
  await direct.close();
});

const rows = (): Row[] => ['a', 'b', 'c'].map((text) => ({ _id: uniqueName(text), text }));
const stored = (ids: readonly string[]) => collectionOf<Row>(direct, 'rows').countDocuments({ _id: { $in: [...ids] } });

describe('inserting once', () => {
  const insert = (all: Row[]) => insertOnce(collectionOf<Row>(store, 'rows'), all);

  it('is content with what is there already, and adds the rest', async () => {
    const all = rows();
    await insert(all.slice(0, 1));
    await insert(all);
    expect(await stored(all.map(({ _id }) => _id))).toBe(3);
  });

  it('survives a connection that breaks before the answer came', async () => {
    const all = rows();
    wire.deafen();
    const inserted = insert(all);
    await vi.waitFor(async () => expect(await stored(all.map(({ _id }) => _id))).toBe(3), { interval: 10 });
    wire.heal();
    wire.cut();
    await expect(inserted).resolves.toBeUndefined();
  });

  it('fails as the store does', async () => {
    await expect(insert([{ _id: 'x', text: 'x'.repeat(17 * 1024 * 1024) }])).rejects.toThrow();
  });
});

describe('a repeated write', () => {
  it('is tried twice at most, and not at all when something else is wrong', async () => {
    const cut = vi.fn<() => Promise<void>>(async () => {
      wire.cut();
      await collectionOf<Row>(store, 'rows').updateOne({ _id: 'nobody' }, { $set: { text: '' } });
    });
    await Promise.allSettled([repeated(cut)]);
    expect(cut.mock.calls.length).toBeLessThanOrEqual(2);
    const wrong = vi.fn<() => Promise<void>>(() => Promise.reject(new Error('wrong')));
    await expect(repeated(wrong)).rejects.toThrow('wrong');
    expect(wrong).toHaveBeenCalledTimes(1);
  });
});
