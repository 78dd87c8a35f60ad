import { type Handler, retryStale } from '@guildhall/kernel';
import type { Visit } from '../../domain/visit.ts';
import { closeDuplicate, moveVisit } from '../../domain/visit-owner.ts';
import type { People } from '../ports.ts';
import { type OwnerDeps, reassign } from './reassigning.ts';

export type MergePeople = Readonly<{ survivorId: string; mergedId: string; mergeId: string }>;

type Deps = OwnerDeps & Readonly<{ people: People }>;

/**
 * Two people are one: the visits of the merged one become the survivor's, and of two open ones at a site the earlier
 * goes on. May be cut short and done again: what was moved is not found a second time.
 */
export const mergePeopleHandler =
  (deps: Deps): Handler<MergePeople> =>
  (merge) =>
    retryStale(async () => {
      const [survivor] = await deps.people.findMany([merge.survivorId]);
      const visits = await deps.visits.allOf(merge.mergedId);
      for (const visit of visits) await take(deps, merge, survivor?.displayName ?? visit.displayName, visit);
    });

async function take(
  deps: Deps,
  { survivorId, mergeId }: MergePeople,
  displayName: string,
  visit: Visit,
): Promise<void> {
  const rival = visit.open ? await deps.visits.findOpen(survivorId, visit.siteId) : undefined;
  const isLater = rival !== undefined && rival.in.at <= visit.in.at;
  if (rival) await end(deps, isLater ? visit : rival, mergeId);
  const current = isLater ? await deps.visits.find(visit.id) : visit;
  if (!current) return;
  const occupancy = deps.presence.count(visit.siteId);
  const owner = { personId: survivorId, displayName };
  await reassign(deps, current, moveVisit(current, owner, mergeId, deps.clock.now(), occupancy));
}

async function end({ visits, presence, clock }: Deps, visit: Visit, mergeId: string): Promise<void> {
  const { occupancy, keep, undo } = presence.leave(visit);
  const { next, facts } = closeDuplicate(visit, mergeId, clock.now(), occupancy);
  try {
    await visits.save(next, facts);
  } catch (error) {
    undo();
    throw error;
  }
  keep();
}
