import { closed, type Mark, ownersOf, type Visit, type VisitOutcome } from './visit.ts';

// Whose a visit is changes when two people turn out to be one, when that is undone, and when a person is erased.

type Owner = Readonly<{ personId: string; displayName: string }>;

/** The visit is the survivor's now; it remembers whose it was, so that the merge can be undone. */
export function moveVisit(visit: Visit, to: Owner, mergeId: string, at: Date, occupancy: number): VisitOutcome {
  const { personId, displayName, formerly = [] } = visit;
  const past = [...formerly, { mergeId, personId, displayName }];
  return reassigned(visit, { ...visit, ...to, version: visit.version + 1, formerly: past }, at, occupancy);
}

/** Gives a visit back to the person whose it was before this merge; undefined when the merge did not move it. */
export function giveBack(visit: Visit, mergeId: string, at: Date, occupancy: number): VisitOutcome | undefined {
  const { formerly = [], ...rest } = visit;
  const index = formerly.findIndex((owner) => owner.mergeId === mergeId);
  const owner = formerly[index];
  if (!owner) return undefined;
  const { personId, displayName } = owner;
  const past = formerly.slice(0, index);
  const next: Visit = {
    ...rest,
    personId,
    displayName,
    version: visit.version + 1,
    ...(past.length > 0 && { formerly: past }),
  };
  return reassigned(visit, next, at, occupancy);
}

/** One person was inside once: the later one of two open visits ends, without a leave time. */
export function closeDuplicate(visit: Visit, mergeId: string, at: Date, occupancy: number): VisitOutcome {
  const next: Visit = { ...closed(visit, 'merged'), closedByMerge: mergeId };
  return { next, facts: [{ type: 'visit-ended', visit: next, at, occupancy }] };
}

/** The two were not one after all: the visit that was closed for it goes on. Past its end, the rollover closes it. */
export function reopen(visit: Visit, occupancy: number): VisitOutcome {
  const { closedReason: _reason, closedByMerge: _merge, ...rest } = visit;
  const next: Visit = { ...rest, version: visit.version + 1, open: true };
  return { next, facts: [{ type: 'visit-opened', visit: next, occupancy }] };
}

/** Nobody knows any more whose visit it was: counts stay, everything that tells of the person goes. */
export function anonymise(visit: Visit, personId: string, at: Date, occupancy: number): VisitOutcome {
  const { formerly: _gone, corrections, ...rest } = visit;
  const isOwn = (id: string): boolean => ownersOf(visit).includes(id);
  const next: Visit = {
    ...rest,
    version: visit.version + 1,
    personId,
    displayName: '',
    in: anonymousMark(visit.in),
    ...(visit.out && { out: anonymousMark(visit.out) }),
    ...(corrections && {
      corrections: corrections.map((one) => ({
        ...one,
        reason: '',
        actorId: isOwn(one.actorId) ? personId : one.actorId,
      })),
    }),
  };
  return reassigned(visit, next, at, occupancy);
}

const anonymousMark = (mark: Mark): Mark => ({ ...mark, ip: '', userAgent: '' });

const reassigned = ({ personId: from }: Visit, visit: Visit, at: Date, occupancy: number): VisitOutcome => ({
  next: visit,
  facts: [{ type: 'visit-reassigned', visit, from, at, occupancy }],
});
