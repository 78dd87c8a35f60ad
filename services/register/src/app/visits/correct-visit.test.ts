import { describe, expect, it } from 'vitest';
import { aPerson, aRegister, inMemoryPeople, personNamed } from '../testing.ts';
import { learnPersonBy } from '../people/learn-person.ts';
import { addVisitHandler } from './add-visit.ts';
import { correctMyVisitHandler, correctVisitHandler } from './correct-visit.ts';
import { listMyVisitsHandler } from './list-my-visits.ts';

const [ada, bob] = [aPerson('Ada Lovelace'), aPerson('Bob Bauer')];
const alex = { ...aPerson('Alex Admin'), via: 'admin' } as const;
const time = (text: string): Date => new Date(`2026-03-${text}:00Z`);
const reason = 'was seen leaving';

const adaInside = async () => {
  const register = aRegister('2026-03-02T09:00:00Z');
  const people = inMemoryPeople();
  await people.put(personNamed('Bob Bauer'));
  const deps = { ...register, people };
  await register.signIn(ada);
  const mine = correctMyVisitHandler(deps);
  return {
    ...deps,
    leftAt: (moment: string, by = ada) => mine({ visitId: 'v1', better: { leftAt: time(moment) }, reason: '', by }),
    correct: correctVisitHandler(deps),
    add: addVisitHandler({ ...deps, learnPerson: learnPersonBy({ people, directory: async () => undefined }) }),
    list: listMyVisitsHandler(deps),
  };
};

describe('"I left at 17:10"', () => {
  it('ends the visit on the day after, and leaves an audit entry', async () => {
    const { rollOver, leftAt, clock, audits } = await adaInside();
    clock.set('2026-03-03T08:00:00Z');
    await rollOver('v1');
    expect(await leftAt('02T17:10')).toMatchObject({ selfDeclared: true, out: { at: time('02T17:10') } });
    expect([...audits.entries.values()]).toMatchObject([
      { id: 'v1-c2', action: 'visit.correct', actorId: 'ada-lovelace' },
    ]);
  });

  it('takes the person out of the count when the visit was open', async () => {
    const { leftAt, clock, presence } = await adaInside();
    clock.set('2026-03-02T18:00:00Z');
    await leftAt('02T17:10');
    expect(presence.count('vw')).toBe(0);
  });

  it('is the same said twice', async () => {
    const { leftAt, clock, visits, audits } = await adaInside();
    clock.set('2026-03-02T18:00:00Z');
    expect(await leftAt('02T17:10')).toEqual(await leftAt('02T17:10'));
    expect([visits.stored.get('v1')?.version, audits.entries.size]).toEqual([2, 1]);
  });

  it('is nobody else’s business', async () => {
    const { leftAt, clock } = await adaInside();
    clock.set('2026-03-02T18:00:00Z');
    await expect(leftAt('02T17:10', bob)).rejects.toMatchObject({ code: 'register.visit_not_found' });
  });

  it('comes too late after seven days', async () => {
    const { leftAt, clock } = await adaInside();
    clock.set('2026-03-10T00:00:00Z');
    await expect(leftAt('02T17:10')).rejects.toMatchObject({ code: 'register.correction_too_late' });
  });

  it('is refused where another visit covers that time', async () => {
    const { leftAt, clock, signOut, signIn } = await adaInside();
    clock.set('2026-03-02T12:00:00Z');
    await signOut(ada);
    clock.set('2026-03-02T13:00:00Z');
    await signIn(ada);
    clock.set('2026-03-02T18:00:00Z');
    await expect(leftAt('02T13:30')).rejects.toMatchObject({ code: 'register.visits_overlap' });
  });

  it('says nothing when no time is given', async () => {
    const { correct } = await adaInside();
    await expect(correct({ visitId: 'v1', better: {}, reason, by: alex })).rejects.toMatchObject({
      code: 'register.nothing_to_correct',
    });
  });

  it('counts the person in again when it was not stored', async () => {
    const { leftAt, clock, visits, presence } = await adaInside();
    clock.set('2026-03-02T18:00:00Z');
    visits.save = () => Promise.reject(new Error('no store'));
    await expect(leftAt('02T17:10')).rejects.toThrow('no store');
    expect(presence.count('vw')).toBe(1);
  });
});

describe('an administrator', () => {
  it('closes the visit of somebody who has left', async () => {
    const { correct, presence } = await adaInside();
    const visit = await correct({ visitId: 'v1', better: { close: true }, reason, by: alex });
    expect(visit).toMatchObject({
      open: false,
      closedReason: 'admin',
      corrections: [{ reason, actorId: 'alex-admin' }],
    });
    expect(presence.count('vw')).toBe(0);
  });

  it('adds somebody who forgot to sign in, and who is inside from then on', async () => {
    const { add, presence } = await adaInside();
    const bobs = { siteId: 'vw', personId: bob.personId, arrivedAt: time('02T08:00'), entrance: '', reason, by: alex };
    expect(await add(bobs)).toMatchObject({ displayName: 'Bob Bauer', open: true, in: { via: 'admin' } });
    expect(presence.count('vw')).toBe(2);
  });

  it('adds nobody twice', async () => {
    const { add, presence } = await adaInside();
    const bobs = { siteId: 'vw', personId: bob.personId, arrivedAt: time('02T08:00'), entrance: '', reason, by: alex };
    await add(bobs);
    await expect(add(bobs)).rejects.toMatchObject({ code: 'register.visits_overlap' });
    expect(presence.count('vw')).toBe(2);
  });

  it('adds nobody who is not known', async () => {
    const { add } = await adaInside();
    const ghost = { siteId: 'vw', personId: 'ghost', arrivedAt: time('02T08:00'), entrance: '', reason, by: alex };
    await expect(add(ghost)).rejects.toMatchObject({ code: 'register.person_not_found' });
  });
});

describe('the list of own visits', () => {
  it('is newest first, and of the person alone', async () => {
    const { signIn, signOut, clock, list } = await adaInside();
    await signIn(bob);
    await signOut(ada);
    clock.set('2026-03-03T09:00:00Z');
    await signIn(ada);
    const visits = await list({ personId: ada.personId, siteId: '', from: '', to: '' });
    expect(visits.map(({ date }) => date)).toEqual(['2026-03-03', '2026-03-02']);
  });

  it('is of the days that are asked for', async () => {
    const { list } = await adaInside();
    expect(await list({ personId: ada.personId, siteId: 'vw', from: '2026-03-03', to: '2026-03-04' })).toEqual([]);
    const backwards = { personId: ada.personId, siteId: 'vw', from: '2026-03-04', to: '2026-03-03' };
    await expect(list(backwards)).rejects.toMatchObject({ code: 'register.bad_range' });
  });
});
