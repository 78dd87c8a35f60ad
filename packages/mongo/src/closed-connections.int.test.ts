import { testStoreUrl, uniqueName } from '@guildhall/testing';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aggregates, connectStore, type Store } from './index.ts';
import { cuttableWire } from './proxy.testing.ts';

let wire: Awaited<ReturnType<typeof cuttableWire>>;
let store: Store;

beforeAll(async () => {
  const url = new URL(testStoreUrl());
  wire = await cuttableWire(Number(url.port));
  url.port = String(wire.port);
  store = await connectStore({ url: url.href, database: uniqueName('test'), appName: 'behind a wire' });
});
afterAll(async () => {
  await store.close();
  await wire.close();
});

describe('an operation on a connection that closes', () => {
  it('ends, in whatever moment it began', { timeout: 60_000 }, async () => {
    const things = aggregates<object>({ store, collection: 'things' });
    for (let round = 0; round < 4; round += 1) {
      await Promise.allSettled(Array.from({ length: 12 }, () => things.find('one')));
      wire.hangUp();
      const reads: Promise<unknown>[] = [];
      for (let turn = 0; turn < 40; turn += 1) {
        reads.push(things.find('one'));
        await nextTurn();
      }
      expect(await Promise.allSettled(reads)).toHaveLength(40);
    }
  });

  it('is repeated by the driver, so that nobody notices', async () => {
    const things = store.connection.collection('things');
    await Promise.all(Array.from({ length: 12 }, () => things.findOne({})));
    wire.hangUp();
    await nextTurn();
    await expect(Promise.all(Array.from({ length: 12 }, () => things.findOne({})))).resolves.toHaveLength(12);
  });
});
