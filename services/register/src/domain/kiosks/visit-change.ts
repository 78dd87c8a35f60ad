import type { Correction, Visit, VisitFact } from '../visit.ts';
import { timesOf } from '../visit-correction.ts';

/** The visit with what a device made of it kept, where it only has other times now. */
export function keptAsCorrection(before: Visit, next: Visit, now: Date): Visit {
  if (before.open !== next.open) return next;
  const correction: Correction = {
    auditId: `${next.id}-c${before.version}`,
    at: now,
    actorId: '',
    reason: 'device',
    selfDeclared: false,
    before: timesOf(before),
    after: timesOf(next),
  };
  return { ...next, corrections: [...(next.corrections ?? []), correction] };
}

/** What `keptAsCorrection` has added. */
export const correctionIn = (before: Visit | undefined, next: Visit): Correction | undefined =>
  before && before.open === next.open ? next.corrections?.at(-1) : undefined;

/** What is said of a visit that followed late from the events of a device. `before` is absent for a new one. */
export function factsOfChange(
  before: Visit | undefined,
  next: Visit,
  now: Date,
  occupancy: number,
): readonly VisitFact[] {
  const opened: VisitFact = { type: 'visit-opened', visit: next, occupancy };
  const correction = correctionIn(before, next);
  if (correction) return [{ type: 'visit-corrected', visit: next, correction, occupancy }];
  if (before) return [next.open ? opened : endOf(next, now, occupancy)];
  return next.open ? [opened] : [opened, endOf(next, now, occupancy)];
}

function endOf(visit: Visit, at: Date, occupancy: number): VisitFact {
  if (visit.closedReason === 'merged') return { type: 'visit-ended', visit, at, occupancy };
  return { type: visit.out ? 'visit-closed' : 'visit-rolled-over', visit, occupancy };
}
