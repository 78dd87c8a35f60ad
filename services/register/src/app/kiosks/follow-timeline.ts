import type { Clock } from '@guildhall/kernel';
import { correctionIn, factsOfChange } from '../../domain/kiosks/visit-change.ts';
import { presenceNotices, type PresenceNotice } from '../../domain/notice.ts';
import type { Site } from '../../domain/site.ts';
import type { Correction, Visit } from '../../domain/visit.ts';
import type { AuditEntry, AuditTrail, VisitRepository } from '../ports.ts';
import type { Presence } from '../visits/presence.ts';
import type { TimelinePlan, VisitChange } from './plan-timeline.ts';

type Deps = Readonly<{ visits: VisitRepository; presence: Presence; audits: AuditTrail; clock: Clock }>;

/**
 * Stores what was planned. Throws `stale` or `register.already_inside` when somebody moved meanwhile, or follows the
 * same plan: then it has to be made anew.
 */
export const followPlanBy =
  (deps: Deps) =>
  async ({ site, changes }: Pick<TimelinePlan, 'site' | 'changes'>): Promise<void> => {
    for (const change of changes) await store(deps, site, change);
  };

const newsMs = 10 * 60_000;

async function store(
  { visits, presence, audits, clock }: Deps,
  site: Site,
  { before, next }: VisitChange,
): Promise<void> {
  const isOpen = next.open;
  const reservation =
    isOpen && !before?.open ? presence.enter(next) : !isOpen && before?.open ? presence.leave(before) : undefined;
  const occupancy = reservation?.occupancy ?? presence.count(site.id);
  const now = clock.now();
  try {
    await visits.save(next, [
      ...factsOfChange(before, next, now, occupancy),
      ...notices(presence, site, { before, next }, occupancy, now),
    ]);
  } catch (error) {
    reservation?.undo();
    throw error;
  }
  if (isOpen) presence.note(next);
  else reservation?.keep();
  const correction = correctionIn(before, next);
  if (correction) await audits.record(entryOf(next, correction));
}

const entryOf = ({ personId: subjectId, siteId }: Visit, { auditId: id, at, actorId }: Correction): AuditEntry => {
  const device = { via: 'kiosk', ip: '', userAgent: '' } as const;
  return { id, at, action: 'visit.correct', actorId, subjectId, siteId, ...device };
};

/** Slack hears of movements while they are news. */
function notices(presence: Presence, site: Site, { before, next }: VisitChange, occupancy: number, now: Date) {
  const names = (): readonly string[] => presence.names(next.siteId);
  const isNews = (at: Date | undefined): boolean => at !== undefined && now.getTime() - at.getTime() < newsMs;
  const told = (movement: 'in' | 'out'): readonly PresenceNotice[] =>
    presenceNotices(site, next, movement, occupancy, names);
  return [
    ...(!before && isNews(next.in.at) ? told('in') : []),
    ...(!before?.out && isNews(next.out?.at) ? told('out') : []),
  ];
}
