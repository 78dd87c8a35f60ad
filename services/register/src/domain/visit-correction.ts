import { correctionTooLate, impossibleTimes, overlappingVisit, visitInFuture } from './refusals.ts';
import type { Site } from './site.ts';
import { daysBetween, type SiteDay } from './site-day.ts';
import {
  type Arrival,
  closed,
  type Correction,
  mark,
  type Mover,
  openVisit,
  type Visit,
  visitEnd,
  type VisitFact,
  type VisitOutcome,
  type VisitTimes,
} from './visit.ts';

/** What is known better now. `close` ends an open visit without a time: nobody knows it. */
export type BetterTimes = Readonly<{ arrivedAt?: Date; leftAt?: Date; close?: boolean }>;

/** What a correction is told besides the visit and the times. */
export type CorrectionContext = Readonly<{
  site: Site;
  dayAt: (moment: Date) => SiteDay;
  now: Date;
  by: Mover;
  /** Empty where the person corrects an own visit. */
  reason: string;
  selfDeclared: boolean;
  /** The other visits of the person at the site. */
  others: readonly Visit[];
  /** Distinct people inside once it is stored. */
  occupancy: number;
}>;

const ownVisitDays = 7;
const longestStayMs = 24 * 3_600_000;

/** Refuses what the person may not correct any more: seven days after the day of the visit. */
export function checkStillOwn(visit: Visit, today: string): void {
  if (daysBetween(visit.date, today) > ownVisitDays) throw correctionTooLate(ownVisitDays);
}

export const timesOf = ({ in: { at }, out, open }: Visit): VisitTimes => ({
  arrivedAt: at,
  ...(out && { leftAt: out.at }),
  open,
});

/** The times as they would be. A visit with a leave time is over. */
export function betterTimes(visit: Visit, { arrivedAt, leftAt, close }: BetterTimes): VisitTimes {
  const left = leftAt ?? visit.out?.at;
  return {
    arrivedAt: arrivedAt ?? visit.in.at,
    ...(left && { leftAt: left }),
    open: visit.open && !leftAt && !close,
  };
}

/** Undefined when nothing would change. */
export function correctVisit(visit: Visit, better: BetterTimes, context: CorrectionContext): VisitOutcome | undefined {
  const [before, after] = [timesOf(visit), betterTimes(visit, better)];
  if (sameTimes(before, after)) return undefined;
  checkTimes(after, context);
  const { site, dayAt, now, by, reason, selfDeclared, occupancy } = context;
  const auditId = `${visit.id}-c${visit.version}`;
  const correction: Correction = { auditId, at: now, actorId: by.personId, reason, selfDeclared, before, after };
  const day = dayAt(after.arrivedAt);
  const next: Visit = {
    ...(after.open ? { ...visit, version: visit.version + 1 } : closed(visit, reasonOf(visit, after, selfDeclared))),
    date: day.date,
    in: { ...visit.in, at: after.arrivedAt },
    until: visitEnd(site, day, after.arrivedAt),
    ...(after.leftAt && { out: leaving(visit, after.leftAt, by) }),
    ...(selfDeclared && { selfDeclared }),
    corrections: [...(visit.corrections ?? []), correction],
  };
  const fact: VisitFact = { type: 'visit-corrected', visit: next, correction, occupancy };
  const isEnded = visit.open && !next.open;
  return { next, facts: isEnded ? [{ type: 'visit-ended', visit: next, at: now, occupancy }, fact] : [fact] };
}

/** A visit that nobody recorded. */
export function addVisit(
  id: string,
  arrival: Arrival,
  leftAt: Date | undefined,
  context: CorrectionContext,
): VisitOutcome {
  const { now, by, reason, occupancy } = context;
  const after: VisitTimes = { arrivedAt: arrival.at, ...(leftAt && { leftAt }), open: !leftAt };
  checkTimes(after, context);
  const correction: Correction = {
    auditId: `${id}-c0`,
    at: now,
    actorId: by.personId,
    reason,
    selfDeclared: false,
    after,
  };
  const begun: Visit = { ...openVisit(id, arrival), corrections: [correction] };
  const over = { open: false, closedReason: 'admin' } as const;
  const next: Visit = leftAt ? { ...begun, ...over, out: mark(`${id}-out`, leftAt, by) } : begun;
  const fact: VisitFact = { type: 'visit-corrected', visit: next, correction, occupancy };
  return { next, facts: leftAt ? [fact] : [{ type: 'visit-opened', visit: next, occupancy }, fact] };
}

const leaving = (visit: Visit, leftAt: Date, by: Mover) =>
  visit.out ? { ...visit.out, at: leftAt } : mark(`${visit.id}-out`, leftAt, by);

/** Who signed out stays signed out, however the time is put right. */
function reasonOf({ closedReason }: Visit, { leftAt }: VisitTimes, selfDeclared: boolean) {
  if (closedReason === 'signed_out' || (selfDeclared && leftAt)) return 'signed_out';
  return closedReason === 'not_signed_out' && !leftAt ? closedReason : 'admin';
}

const sameTimes = (a: VisitTimes, b: VisitTimes): boolean =>
  a.open === b.open && a.arrivedAt.getTime() === b.arrivedAt.getTime() && a.leftAt?.getTime() === b.leftAt?.getTime();

function checkTimes(times: VisitTimes, { site, dayAt, now, others }: CorrectionContext): void {
  const { arrivedAt, leftAt } = times;
  if (arrivedAt > now) throw visitInFuture('arrivedAt');
  if (leftAt && leftAt > now) throw visitInFuture('leftAt');
  if (leftAt && leftAt < arrivedAt) throw impossibleTimes('is before the arrival');
  if (leftAt && leftAt.getTime() - arrivedAt.getTime() > longestStayMs) {
    throw impossibleTimes('is more than 24 hours after the arrival');
  }
  const isOver = times.open && visitEnd(site, dayAt(arrivedAt), arrivedAt) <= now;
  if (isOver) throw impossibleTimes('is needed: a visit of that day cannot be open any more');
  if (others.some((other) => overlap(times, timesOf(other)))) throw overlappingVisit();
}

/** A visit whose end nobody knows covers its first moment only. */
const overlap = (a: VisitTimes, b: VisitTimes): boolean =>
  (startOf(a) < endOf(b) && startOf(b) < endOf(a)) || isInsideOf(a, b) || isInsideOf(b, a);

const isInsideOf = (a: VisitTimes, b: VisitTimes): boolean => startOf(a) > startOf(b) && startOf(a) < endOf(b);
const startOf = ({ arrivedAt }: VisitTimes): number => arrivedAt.getTime();
const endOf = ({ arrivedAt, leftAt, open }: VisitTimes): number => (open ? Infinity : (leftAt ?? arrivedAt).getTime());
