import type { Clock } from '@guildhall/kernel';
import { audited, type Audited, doneBy } from '../../domain/audit.ts';
import type { CorrectionContext } from '../../domain/visit-correction.ts';
import type { Site } from '../../domain/site.ts';
import { daysBefore, type siteDay } from '../../domain/site-day.ts';
import type { Correction, Mover, Visit, VisitOutcome } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Presence, Reservation } from './presence.ts';

export type CorrectionDeps = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  presence: Presence;
  dayAt: typeof siteDay;
  clock: Clock;
}>;

type About = Readonly<{
  site: Site;
  personId: string;
  /** Of the visit that is put right; empty for one that is added. */
  visitId: string;
  by: Mover;
  reason: string;
  selfDeclared: boolean;
  /** Some days that the visit may lie on. */
  around: readonly Date[];
}>;

/** Everything that a correction is decided on, besides the visit itself. */
export async function contextOf(deps: CorrectionDeps, about: About): Promise<CorrectionContext> {
  const { site, personId, visitId, by, reason, selfDeclared, around } = about;
  const dayAt = (moment: Date) => deps.dayAt(site, moment);
  const dates = around.map((moment) => dayAt(moment).date).sort();
  // A stay may begin on the day before and reach into this one.
  const [from, to] = [daysBefore(dates[0]!, 2), daysBefore(dates.at(-1)!, -2)];
  const near = await deps.visits.of(personId, [site.id], from, to);
  const others = near.filter(({ id }) => id !== visitId);
  const occupancy = deps.presence.count(site.id);
  return { site, dayAt, now: deps.clock.now(), by, reason, selfDeclared, others, occupancy };
}

/** Stores a correction and its audit entry in one write, with who is inside in step. */
export async function storeCorrection(
  { visits, presence }: CorrectionDeps,
  decide: (occupancy: number) => VisitOutcome,
  moving: Reservation | undefined,
  by: Mover,
  occupancy: number,
): Promise<Visit> {
  const { next, facts } = decide(moving?.occupancy ?? occupancy);
  try {
    await visits.save(next, [...facts, ...lastCorrection(next, by)]);
  } catch (error) {
    moving?.undo();
    throw error;
  }
  moving?.keep();
  presence.note(next);
  return next;
}

function lastCorrection(visit: Visit, by: Mover): readonly Audited[] {
  const last: Correction | undefined = visit.corrections?.at(-1);
  if (!last) return [];
  const { auditId: id, at, actorId } = last;
  const { personId: subjectId, siteId } = visit;
  return [audited(visit, { ...doneBy(by), id, at, action: 'visit.correct', actorId, subjectId, siteId })];
}
