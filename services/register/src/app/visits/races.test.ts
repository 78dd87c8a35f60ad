import { AppError } from '@guildhall/kernel';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isInside } from '../../domain/visit.ts';
import { siteDays } from '../../domain/site-day.ts';
import { mergePeopleHandler } from '../people/merge-people.ts';
import { unmergePeopleHandler } from '../people/unmerge-people.ts';
import type { VisitRepository } from '../ports.ts';
import { SiteCatalogue } from '../sites/site-catalogue.ts';
import {
  aPerson,
  aSite,
  clockAt,
  countingIds,
  inMemoryPeople,
  inMemorySites,
  inMemoryVisits,
  personNamed,
} from '../testing.ts';
import { Presence } from './presence.ts';
import { rollOverHandler } from './roll-over.ts';
import { signInHandler } from './sign-in.ts';
import { signOutHandler } from './sign-out.ts';

const names = ['Ada', 'Bob', 'Cy'] as const;
type Name = (typeof names)[number];
type Step =
  | Readonly<{ do: 'in' | 'out'; who: Name }>
  | Readonly<{ do: 'merge' | 'unmerge'; who: Name; into: Name }>
  | Readonly<{ do: 'midnight' | 'rollover' }>;

const who = fc.constantFrom(...names);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('in', 'out'), who }) as fc.Arbitrary<Step> },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constantFrom('merge', 'unmerge'), who, into: who }) as fc.Arbitrary<Step>,
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('midnight', 'rollover') }) as fc.Arbitrary<Step> },
  ),
  { minLength: 2, maxLength: 12 },
);

/** The scheduler says when a request reaches the store, and when its answer comes back. */
const scheduled = (visits: ReturnType<typeof inMemoryVisits>, s: fc.Scheduler): VisitRepository => {
  const slow =
    <Args extends unknown[], Result>(name: string, ask: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      await s.schedule(Promise.resolve(), `${name} goes`);
      return s.schedule(ask(...args), `${name} answers`);
    };
  return {
    find: slow('find', visits.find),
    findOpen: slow('findOpen', visits.findOpen),
    openAt: slow('openAt', visits.openAt),
    openOf: slow('openOf', visits.openOf),
    allOf: slow('allOf', visits.allOf),
    of: slow('of', visits.of),
    ofDay: slow('ofDay', visits.ofDay),
    save: slow('save', (...saving) => visits.save(...saving)),
  };
};

const aRegister = (s: fc.Scheduler) => {
  const clock = clockAt('2026-03-02T12:00:00Z');
  const stored = inMemoryVisits();
  const people = inMemoryPeople();
  const sites = new SiteCatalogue(inMemorySites(aSite()));
  const presence = new Presence(clock);
  const deps = {
    clock,
    visits: scheduled(stored, s),
    people,
    sites,
    presence,
    dayAt: siteDays(),
    newId: countingIds(),
  };
  const rollOver = rollOverHandler(deps);
  const signIn = signInHandler({ ...deps, rollOver });
  const signOut = signOutHandler(deps);
  const merges = { merge: mergePeopleHandler(deps), unmerge: unmergePeopleHandler(deps) };
  const at = { siteId: 'vw', clientDate: '', entrance: '' };
  const run = async (step: Step): Promise<unknown> => {
    switch (step.do) {
      case 'in':
        return signIn({ ...at, by: aPerson(step.who) });
      case 'out':
        return signOut({ ...at, by: aPerson(step.who) });
      case 'midnight':
        return clock.set(new Date(clock.now().getTime() + 12 * 3_600_000).toISOString());
      case 'rollover':
        return Promise.all([...stored.stored.keys()].map((id) => rollOver(id)));
      default: {
        const [survivorId, mergedId] = [aPerson(step.into).personId, aPerson(step.who).personId];
        if (survivorId === mergedId) return undefined;
        return merges[step.do]({ survivorId, mergedId, mergeId: `${mergedId}-${survivorId}` });
      }
    }
  };
  return { clock, stored, people, presence, run };
};

const isExpected = (reason: unknown): boolean =>
  reason instanceof AppError && ['stale', 'unavailable', 'conflict'].includes(reason.kind);

it('keeps at most one open visit per person and site, and counts distinct people, in 1,000 orders of events', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), steps, async (s, script) => {
      const { clock, stored, people, presence, run } = aRegister(s);
      for (const name of names) await people.put(personNamed(name));
      const { save } = stored;
      const check = (): void => {
        const open = [...stored.stored.values()].filter((visit) => visit.open);
        expect(new Set(open.map(({ personId }) => personId)).size).toBe(open.length);
      };
      stored.save = async (...saving) => save(...saving).finally(check);
      const outcomes = Promise.allSettled(script.map(run));
      await s.waitFor(outcomes);
      const broken = (await outcomes).filter((one) => one.status === 'rejected' && !isExpected(one.reason));
      expect(broken).toEqual([]);
      check();
      const inside = [...stored.stored.values()].filter((visit) => isInside(visit, clock.now()));
      expect(presence.count('vw')).toBe(new Set(inside.map(({ personId }) => personId)).size);
      expect(new Set(presence.people('vw'))).toEqual(new Set(inside.map(({ personId }) => personId)));
    }),
    { numRuns: 1_000 },
  );
}, 60_000);
