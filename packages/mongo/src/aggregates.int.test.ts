import { fact } from '@guildhall/messaging';
import { SiteChangedSchema } from '@guildhall/contracts/register/v1/events';
import { testStore } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aggregates, type Aggregates, isDuplicateKey, type Offer, type Store } from './index.ts';

type Visit = Readonly<{ personId: string; open: boolean; note?: string | undefined }>;

let store: Store;
let visits: Aggregates<Visit>;
const offered: Parameters<Offer>[0][number][] = [];
const at = new Date('2026-03-02T10:00:00Z');
let next = 0;
const newKey = (): string => `v${++next}`;
const told = (id: string, version: number) => fact(SiteChangedSchema, { id, version }, at, { siteId: id });

beforeAll(async () => {
  store = await testStore();
  visits = aggregates<Visit>({
    store,
    collection: 'visits',
    // One open visit per person.
    indexes: [{ name: 'open_visit', keys: { 'state.personId': 1 }, unique: true, where: { 'state.open': true } }],
    offer: (entries) => offered.push(...entries),
  });
  await visits.ready();
});
afterAll(() => store.close());

describe('saving aggregates', () => {
  it('keeps state and version, and forgets properties that are undefined', async () => {
    const id = newKey();
    await visits.save({ id, version: 1, state: { personId: id, open: true, note: undefined } });
    await visits.save({ id, version: 2, state: { personId: id, open: false } });
    await expect(visits.find(id)).resolves.toEqual({ id, version: 2, state: { personId: id, open: false } });
  });

  it('finds nothing where nothing is', async () => {
    await expect(visits.find('nobody')).resolves.toBeUndefined();
  });

  it('finds many in the order asked for, each once', async () => {
    const ids = [newKey(), newKey(), newKey()];
    await Promise.all(ids.map((id) => visits.save({ id, version: 1, state: { personId: id, open: true } })));
    const found = await visits.findMany([ids[2], 'nobody', ids[0], ids[2]] as string[]);
    expect(found.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
  });

  it('lets one of twenty rivals insert where a unique index allows one, and tells the others which index', async () => {
    const personId = newKey();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => visits.save({ id: newKey(), version: 1, state: { personId, open: true } })),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(19);
    expect(refused.every(({ reason }) => isDuplicateKey(reason, 'open_visit'))).toBe(true);
    expect(refused.some(({ reason }) => String(reason).includes(personId))).toBe(false);
  });

  it('lets one of twenty rivals make the next version; the others are stale', async () => {
    const id = newKey();
    await visits.save({ id, version: 1, state: { personId: id, open: true } });
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        visits.save({ id, version: 2, state: { personId: id, open: false, note: `${n}` }, messages: [told(id, 2)] }),
      ),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(19);
    expect(refused.every(({ reason }) => reason.kind === 'stale' && reason.code === 'store.stale_version')).toBe(true);
    const kept = await visits.model.findById(id).lean();
    expect(kept).toMatchObject({
      version: 2,
      state: { note: `${results.findIndex((r) => r.status === 'fulfilled')}` },
    });
    expect(kept?.outbox).toHaveLength(1);
  });

  it('gives each save of a mixed group its own outcome', async () => {
    const [fresh, taken, moved, missing] = [newKey(), newKey(), newKey(), newKey()];
    await visits.save({ id: taken, version: 1, state: { personId: taken, open: true } });
    await visits.save({ id: moved, version: 1, state: { personId: moved, open: true } });
    const results = await Promise.allSettled([
      visits.save({ id: fresh, version: 1, state: { personId: fresh, open: true } }),
      visits.save({ id: taken, version: 1, state: { personId: newKey(), open: true } }),
      visits.save({ id: newKey(), version: 1, state: { personId: taken, open: true } }),
      visits.save({ id: moved, version: 2, state: { personId: moved, open: false } }),
      visits.save({ id: missing, version: 2, state: { personId: missing, open: false } }),
    ]);
    expect(
      results.map((result) => (result.status === 'fulfilled' ? 'stored' : (result.reason.code ?? result.reason.index))),
    ).toEqual(['stored', 'store.stale_version', 'open_visit', 'stored', 'store.stale_version']);
  });

  it('offers the messages of what was stored, and of nothing else', async () => {
    const id = newKey();
    offered.length = 0;
    const message = told(id, 1);
    const saves = [0, 1].map(() =>
      visits.save({ id, version: 1, state: { personId: id, open: true }, messages: [message] }),
    );
    await Promise.allSettled(saves);
    expect(offered).toMatchObject([{ source: 'visits', owner: id, messages: [message] }]);
  });

  it('sets and clears what is due', async () => {
    const id = newKey();
    await visits.save({ id, version: 1, state: { personId: id, open: true }, dueAt: at });
    await expect(visits.model.findById(id, { dueAt: 1 }).lean()).resolves.toMatchObject({ dueAt: at });
    await visits.save({ id, version: 2, state: { personId: id, open: true } });
    await expect(visits.model.findById(id, { dueAt: 1 }).lean()).resolves.not.toHaveProperty('dueAt');
  });

  it('refuses a save that would overfill the outbox, and drops nothing', async () => {
    const id = newKey();
    const many = Array.from({ length: 499 }, () => told(id, 1));
    await visits.save({ id, version: 1, state: { personId: id, open: true }, messages: many });
    await visits.save({ id, version: 2, state: { personId: id, open: true }, messages: [told(id, 2)] });
    const overfull = visits.save({ id, version: 3, state: { personId: id, open: true }, messages: [told(id, 3)] });
    await expect(overfull).rejects.toMatchObject({ kind: 'unavailable', code: 'store.outbox_full' });
    const kept = await visits.model.findById(id).lean();
    expect([kept?.version, kept?.outbox.length]).toEqual([2, 500]);
  });
});

describe('removing aggregates', () => {
  it('deletes one whose messages have left, and is content when it is gone already', async () => {
    const id = newKey();
    await visits.save({ id, version: 1, state: { personId: id, open: true } });
    await visits.remove(id, 1);
    await visits.remove(id, 1);
    await expect(visits.find(id)).resolves.toBeUndefined();
  });

  it('refuses another version, and one whose messages wait', async () => {
    const id = newKey();
    await visits.save({ id, version: 1, state: { personId: id, open: true }, messages: [told(id, 1)] });
    await expect(visits.remove(id, 2)).rejects.toMatchObject({ code: 'store.stale_version' });
    await expect(visits.remove(id, 1)).rejects.toMatchObject({ code: 'store.outbox_waiting' });
  });
});
