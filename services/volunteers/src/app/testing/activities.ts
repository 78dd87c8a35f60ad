import type { Opportunity } from '../../domain/opportunity.ts';
import type { Shift, ShiftFact } from '../../domain/shift.ts';
import type { Opportunities, Presences, Shifts, Visit } from '../activities/ports.ts';
import { inMemory } from './governance.ts';

const byStart = (a: Shift, b: Shift): number => a.startsAt.getTime() - b.startsAt.getTime();

export const inMemoryOpportunities = () => {
  const kept = inMemory<Opportunity>();
  const opportunities: Opportunities = {
    find: kept.find,
    named: async (ids) => new Map(ids.flatMap((id) => [...kept.stored].filter(([known]) => known === id))),
    all: async () => kept.all(),
    save: kept.save,
  };
  return { ...kept, ...opportunities };
};

export const inMemoryShifts = () => {
  const kept = inMemory<Shift>();
  const shifts: Shifts = {
    find: kept.find,
    between: async (from, to) =>
      kept
        .all()
        .filter(({ startsAt }) => startsAt >= from && startsAt < to)
        .toSorted(byStart),
    comingOf: async (ids, after) =>
      kept
        .all()
        .filter((one) => ids.includes(one.opportunityId) && one.endsAt > after)
        .toSorted(byStart),
    ofVolunteer: async (volunteerId, before) =>
      kept
        .all()
        .filter(({ places, startsAt }) => startsAt < before && places.some((one) => one.volunteerId === volunteerId))
        .toSorted((a, b) => byStart(b, a)),
    save: kept.save,
  };
  const facts = (): readonly ShiftFact[] => kept.said.filter((one): one is ShiftFact => one.type === 'shift-told');
  return { ...kept, ...shifts, facts };
};

export const inMemoryPresences = () => {
  const stored = new Map<string, Visit>();
  const presences: Presences = {
    put: async (visit) => {
      if ((stored.get(visit.id)?.version ?? -1) < visit.version) stored.set(visit.id, visit);
    },
    inside: async () => [...stored.values()].filter(({ isOpen }) => isOpen),
  };
  return presences;
};
