import type { Clock } from '@guildhall/kernel';
import { audited, type Audited } from '../../domain/audit.ts';
import { correctionIn, factsOfChange } from '../../domain/kiosks/visit-change.ts';
import { presenceNotices, type PresenceNotice } from '../../domain/notice.ts';
import type { Site } from '../../domain/site.ts';
import type { Correction, Visit } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import type { Presence } from '../visits/presence.ts';
import type { TimelinePlan, VisitChange } from './plan-timeline.ts';

type Deps = Readonly<{ visits: VisitRepository; presence: Presence; clock: Clock }>;

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

async function store({ visits, presence, clock }: Deps, site: Site, { before, next }: VisitChange): Promise<void> {
  const isOpen = next.open;
  const reservation =
    isOpen && !before?.open ? presence.enter(next) : !isOpen && before?.open ? presence.leave(before) : undefined;
  const occupancy = reservation?.occupancy ?? presence.count(site.id);
  const now = clock.now();
  try {
    await visits.save(next, [
      ...factsOfChange(before, next, now, occupancy),
      ...notices(presence, site, { before, next }, occupancy, now),
      ...auditOf(next, correctionIn(before, next)),
    ]);
  } catch (error) {
    reservation?.undo();
    throw error;
  }
  if (isOpen) presence.note(next);
  else reservation?.keep();
}

function auditOf(visit: Visit, correction: Correction | undefined): readonly Audited[] {
  if (!correction) return [];
  const { auditId: id, at, actorId } = correction;
  const device = { via: 'kiosk', ip: '', userAgent: '' } as const;
  const { personId: subjectId, siteId } = visit;
  return [audited(visit, { ...device, id, at, action: 'visit.correct', actorId, subjectId, siteId })];
}

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
