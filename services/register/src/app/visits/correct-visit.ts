import { type Handler, retryStale } from '@guildhall/kernel';
import { nothingToCorrect, visitNotFound } from '../../domain/refusals.ts';
import { type BetterTimes, betterTimes, checkStillOwn, correctVisit } from '../../domain/visit-correction.ts';
import type { Mover, Visit } from '../../domain/visit.ts';
import { contextOf, type CorrectionDeps, storeCorrection } from './correcting.ts';

/** `reason` is empty where the person corrects an own visit. */
export type CorrectVisit = Readonly<{ visitId: string; better: BetterTimes; reason: string; by: Mover }>;

type Who = 'person' | 'administrator';

/** "I left at 17:10": an own visit of the last seven days, marked as self-declared. */
export const correctMyVisitHandler = (deps: CorrectionDeps): Handler<CorrectVisit, Visit> => handler(deps, 'person');

/** Any visit, with before, after and the reason kept. */
export const correctVisitHandler = (deps: CorrectionDeps): Handler<CorrectVisit, Visit> =>
  handler(deps, 'administrator');

const handler =
  (deps: CorrectionDeps, who: Who): Handler<CorrectVisit, Visit> =>
  (command) =>
    retryStale(() => correct(deps, command, who));

async function correct(deps: CorrectionDeps, { visitId, better, reason, by }: CorrectVisit, who: Who): Promise<Visit> {
  if (!better.arrivedAt && !better.leftAt && !better.close) throw nothingToCorrect();
  const visit = await deps.visits.find(visitId);
  const isOwn = visit?.personId === by.personId && visit.kind === 'person';
  // Whether somebody else's visit exists is nobody's business.
  if (!visit || (who === 'person' && !isOwn)) throw visitNotFound();
  const site = await deps.sites.get(visit.siteId);
  if (who === 'person') checkStillOwn(visit, deps.dayAt(site, deps.clock.now()).date);
  const around = [visit.in.at, better.arrivedAt ?? visit.in.at];
  const about = { site, personId: visit.personId, visitId, by, reason, around };
  const context = await contextOf(deps, { ...about, selfDeclared: who === 'person' });
  const outcome = correctVisit(visit, better, context);
  if (!outcome) return visit;
  const leaving = visit.open && !betterTimes(visit, better).open ? deps.presence.leave(visit) : undefined;
  const decide = (occupancy: number) => correctVisit(visit, better, { ...context, occupancy }) ?? outcome;
  return storeCorrection(deps, decide, leaving, by, context.occupancy);
}
