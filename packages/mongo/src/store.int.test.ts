import { testStore } from '@guildhall/testing';
import { context, trace } from '@opentelemetry/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aggregates, type Store } from './index.ts';
import { createIndexes, modelOf } from './model.ts';
import { storeTelemetry } from './telemetry.ts';

let store: Store;

beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

describe('a store', () => {
  it('answers', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });

  it('gives bytes back as bytes, and absent properties as absent', async () => {
    type Photo = Readonly<{ bytes: Uint8Array; note?: string | undefined }>;
    const photos = aggregates<Photo>({ store, collection: 'photos' });
    const bytes = Uint8Array.of(0, 1, 254, 255);
    await photos.save({ id: 'a', version: 1, state: { bytes, note: undefined } });
    const found = await photos.find('a');
    expect(Uint8Array.from(found?.state.bytes ?? [])).toEqual(bytes);
    expect(Object.keys(found?.state ?? {})).toEqual(['bytes']);
  });

  it('keeps keys that look like operators as they are', async () => {
    const odd = aggregates<Record<string, unknown>>({ store, collection: 'odd' });
    const state = { 'a.b': 1, text: '$set', list: ['$x', { y: '$$REMOVE' }] };
    await odd.save({ id: 'a', version: 1, state: {} });
    await odd.save({ id: 'a', version: 2, state });
    await expect(odd.find('a')).resolves.toMatchObject({ state });
  });
});

describe('a collection of aggregates', () => {
  it('is one model, however often it is opened', () => {
    expect(modelOf(store, 'shared')).toBe(modelOf(store, 'shared'));
  });

  it('gets its indexes once, also from replicas that start together', async () => {
    const model = modelOf(store, 'indexed');
    const index = { name: 'by_name', keys: { 'state.name': 1 }, unique: true } as const;
    await Promise.all([1, 2, 3].map(() => createIndexes(model, [index])));
    const names = (await model.collection.indexes()).map(({ name }) => name).toSorted();
    expect(names).toEqual(['_id_', 'by_name', 'due_at', 'outbox_at']);
  });

  it('is not ready when documents that are there break a unique index', async () => {
    const people = aggregates<{ name: string }>({
      store,
      collection: 'people',
      indexes: [{ name: 'by_name', keys: { 'state.name': 1 }, unique: true }],
    });
    for (const id of ['a', 'b']) await people.save({ id, version: 1, state: { name: 'same' } });
    await expect(people.ready()).rejects.toMatchObject({ code: 11_000 });
  });
});

describe('telemetry of a store', () => {
  const { traced, measured } = storeTelemetry('boxes');

  it('hands results and failures through', async () => {
    await expect(measured('find', () => Promise.resolve(7))).resolves.toBe(7);
    await expect(measured('save', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    await expect(traced('save', () => Promise.resolve(7))).resolves.toBe(7);
  });

  it('hands them through inside a trace, too', async () => {
    const span = trace.wrapSpanContext({ traceId: '1f'.repeat(16), spanId: '2e'.repeat(8), traceFlags: 1 });
    await context.with(trace.setSpan(context.active(), span), async () => {
      await expect(traced('find', () => Promise.resolve(7))).resolves.toBe(7);
      await expect(traced('save', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    });
  });
});
