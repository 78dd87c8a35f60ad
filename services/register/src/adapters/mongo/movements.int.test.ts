import { aggregates, type Store } from '@guildhall/mongo';
import { testStore } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ListAudits, listAuditsHandler } from '../../app/audits/list-audits.ts';
import type { VisitRepository } from '../../app/ports.ts';
import { aPerson, aSite, clockAt } from '../../app/testing.ts';
import { siteDay } from '../../domain/site-day.ts';
import { openVisit, rollOver, signOut, type Visit } from '../../domain/visit.ts';
import { auditModel, auditTrail, recordedAudits } from './audit.repository.ts';
import { movementAudits } from './movement-audits.query.ts';
import { statsQuery } from './stats.query.ts';
import { visitIndexes, type Visits, type VisitState } from './visit.collection.ts';
import { visitRepository } from './visit.repository.ts';

const site = aSite();
const ada = aPerson('Ada');
const bob = aPerson('Bob');
const time = (text: string): Date => new Date(`2026-03-${text}:00Z`);

let store: Store;
let visits: Visits;
let repository: VisitRepository;

const tellNobody = (): never => {
  throw new Error('nothing is told here');
};
const save = (visit: Visit): Promise<void> => repository.save(visit, []);

async function visitFrom(id: string, by: typeof ada, from: string, to?: string): Promise<Visit> {
  const at = time(from);
  const visit = openVisit(id, { site, day: siteDay(site, at), at, by, entrance: '' });
  await save(visit);
  if (to) await save(signOut(visit, time(to), by, 0).next);
  return visit;
}

beforeAll(async () => {
  store = await testStore();
  visits = aggregates<VisitState>({ store, collection: 'visits', indexes: visitIndexes });
  await visits.ready();
  repository = visitRepository({ visits, everySite: async () => [site.id], toMessages: tellNobody });
  // 2 March: Ada leaves at noon and comes back; Bob forgets the first time he leaves. 3 March: Ada alone.
  await visitFrom('a1', ada, '02T09:00', '02T12:00');
  const back = await visitFrom('a2', ada, '02T13:00');
  await save(rollOver(back, time('03T00:00'), 0).next);
  const forgotten = await visitFrom('b1', bob, '02T08:00');
  await save(rollOver(forgotten, time('02T08:30'), 0).next);
  await visitFrom('b2', bob, '02T08:40', '02T09:30');
  await visitFrom('a3', ada, '03T09:00', '03T10:00');
});
afterAll(() => store.close());

describe('statistics', () => {
  const ask = (from: string, to: string) => statsQuery(visits)({ siteId: 'vw', from, to });

  it('count distinct people, those whose last visit has no end, and the visits without one', async () => {
    expect(await ask('2026-03-02', '2026-03-02')).toEqual([
      { date: '2026-03-02', distinctUsers: 2, notSignedOut: 1, openVisits: 2 },
    ]);
  });

  it('are in order of the days, both ends included', async () => {
    const days = await ask('2026-03-02', '2026-03-03');
    expect(days.map(({ date, notSignedOut }) => [date, notSignedOut])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-03', 0],
    ]);
  });

  it('leave out days and sites without visits', async () => {
    expect(await ask('2026-03-04', '2026-04-04')).toEqual([]);
    expect(await statsQuery(visits)({ siteId: 'quay', from: '2026-03-01', to: '2026-03-31' })).toEqual([]);
  });
});

describe('audit entries', () => {
  const all = { subjectId: '', action: '', pageSize: 0, pageToken: '' };
  const list = (query: Partial<ListAudits>, now = '2026-03-03T12:00:00Z') => {
    const audits = auditModel(store.connection);
    return listAuditsHandler([
      recordedAudits(audits),
      ...movementAudits({ visits, siteIds: () => ['vw'], clock: clockAt(now) }),
    ])({ ...all, ...query });
  };
  const ids = async (query: Partial<ListAudits>) => (await list(query)).audits.map(({ id }) => id);

  beforeAll(async () => {
    const trail = auditTrail(auditModel(store.connection));
    const who = { actorId: 'wendy', subjectId: '', siteId: 'vw', via: 'web', ip: '', userAgent: '' } as const;
    const view = { id: 'view-1', at: time('02T12:30'), action: 'presence.view', ...who } as const;
    await trail.record(view);
    // The same again: what is there stays.
    await trail.record({ ...view, actorId: 'somebody else' });
  });

  it('are one list, newest first, of every movement and everything else', async () => {
    expect(await ids({})).toEqual([
      'a3-out',
      'a3-in',
      'a2-rollover',
      'a2-in',
      'view-1',
      'a1-out',
      'b2-out',
      'a1-in',
      'b2-in',
      'b1-rollover',
      'b1-in',
    ]);
  });

  it('come page by page', async () => {
    const first = await list({ pageSize: 5 });
    expect(await ids({ pageSize: 3, pageToken: first.nextPageToken ?? '' })).toEqual(['a1-out', 'b2-out', 'a1-in']);
  });

  it('are all there, however long ago the last movement was', async () => {
    expect((await list({}, '2026-12-24T12:00:00Z')).audits).toHaveLength(11);
  });

  it('can be narrowed to one person', async () => {
    expect(await ids({ subjectId: 'bob' })).toEqual(['b2-out', 'b2-in', 'b1-rollover', 'b1-in']);
  });

  it('can be narrowed to one kind', async () => {
    expect(await ids({ action: 'visit.rollover' })).toEqual(['a2-rollover', 'b1-rollover']);
    expect(await ids({ action: 'presence.view' })).toEqual(['view-1']);
  });

  it('can be narrowed to who did it, to a site, and to a stretch of time', async () => {
    expect(await ids({ actorId: 'wendy' })).toEqual(['view-1']);
    expect(await ids({ actorId: 'bob' })).toEqual(['b2-out', 'b2-in', 'b1-in']);
    expect(await ids({ siteId: 'quay' })).toEqual([]);
    expect(await ids({ siteId: 'vw', from: time('02T12:00'), to: time('02T13:00') })).toEqual(['view-1', 'a1-out']);
  });

  it('say who moved, how and from where', async () => {
    const { audits } = await list({ subjectId: 'bob', action: 'visit.in', pageSize: 1 });
    expect(audits).toEqual([
      {
        id: 'b2-in',
        at: time('02T08:40'),
        action: 'visit.in',
        actorId: 'bob',
        subjectId: 'bob',
        siteId: 'vw',
        via: 'web',
        ip: '192.0.2.7',
        userAgent: 'Firefox',
      },
    ]);
  });

  it('name nobody for the rollover', async () => {
    const { audits } = await list({ action: 'visit.rollover', pageSize: 1 });
    expect(audits).toMatchObject([{ actorId: '', subjectId: 'ada', via: 'system', ip: '' }]);
  });
});
