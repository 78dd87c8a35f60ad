import { type Envelope, newId } from '@guildhall/messaging';
import { aggregates, type Store } from '@guildhall/mongo';
import { testStore } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitRepositoryContract } from '../../app/visits/visit-repository.contract.ts';
import { aPerson, aSite } from '../../app/testing.ts';
import { siteDay } from '../../domain/site-day.ts';
import { opened, openVisit, signOut } from '../../domain/visit.ts';
import { visitIndexes, type VisitState } from './visit.collection.ts';
import { visitRepository } from './visit.repository.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

let collections = 0;

const toMessages = ({ type }: Readonly<{ type: string }>): readonly Envelope[] => [
  { id: newId(), at: new Date(0), subject: `evt.register.v1.${type}.v1`, data: new Uint8Array(), headers: {} },
];

const make = async () => {
  const visits = aggregates<VisitState>({ store, collection: `visits_${++collections}`, indexes: visitIndexes });
  await visits.ready();
  return { visits, repository: visitRepository({ visits, everySite: async () => ['vw', 'quay'], toMessages }) };
};

visitRepositoryContract('the one in the store', async () => (await make()).repository);

describe('a stored visit', () => {
  const at = new Date('2026-03-02T09:00:00Z');
  const site = aSite();
  const ada = aPerson('Ada Lovelace');
  const visit = openVisit('v1', { site, day: siteDay(site, at), at, by: ada, entrance: '' });

  it('is due at its end while it is open, and never again', async () => {
    const { visits, repository } = await make();
    await repository.save(visit, []);
    expect(await visits.model.findById('v1').lean()).toMatchObject({ dueAt: visit.until });
    await repository.save(signOut(visit, at, ada, 0).next, []);
    expect(await visits.model.findById('v1').lean()).not.toHaveProperty('dueAt');
  });

  it('holds its fact in the same document', async () => {
    const { visits, repository } = await make();
    await repository.save(visit, opened(visit, 1).facts);
    const stored = await visits.model.findById('v1').lean();
    expect(stored?.outbox.map(({ subject }) => subject)).toEqual(['evt.register.v1.visit-opened.v1']);
  });

  it('is listed once, also while many of them are changed', async () => {
    const { visits, repository } = await make();
    const ids = Array.from({ length: 300 }, (_, i) => `v${i}`);
    const people = ids.map((id) => ({ ...visit, id, personId: id }));
    await Promise.all(people.map((one) => repository.save(one, [])));
    const listed = new AbortController();
    const touching = (async () => {
      while (!listed.signal.aborted) {
        await visits.model.updateMany({ _id: { $in: ids.slice(50, 150) } }, { $set: { outboxAt: new Date() } });
      }
    })();
    for (let i = 0; i < 10; i++) expect(await repository.openAt(['vw'])).toHaveLength(300);
    listed.abort();
    await touching;
  });
});
