import type { Correction, Visit, VisitFact } from '../visit.ts';
import { timesOf } from '../visit-correction.ts';

/** What is said of a visit that followed late from the events of a device. `before` is absent for a new one. */
export function factsOfChange(
  before: Visit | undefined,
  next: Visit,
  now: Date,
  occupancy: number,
): readonly VisitFact[] {
  const opened: VisitFact = { type: 'visit-opened', visit: next, occupancy };
  const ended = endOf(next, now, occupancy);
  if (!before) return next.open ? [opened] : [opened, ended];
  if (before.open !== next.open) return next.open ? [opened] : [ended];
  const correction: Correction = {
    auditId: `${next.id}-c${before.version}`,
    at: now,
    actorId: '',
    reason: 'device',
    selfDeclared: false,
    before: timesOf(before),
    after: timesOf(next),
  };
  return [{ type: 'visit-corrected', visit: next, correction, occupancy }];
}

function endOf(visit: Visit, at: Date, occupancy: number): VisitFact {
  if (visit.closedReason === 'merged') return { type: 'visit-ended', visit, at, occupancy };
  return { type: visit.out ? 'visit-closed' : 'visit-rolled-over', visit, occupancy };
}
