import { type Handler, retryStale } from '@guildhall/kernel';
import type { Visit } from '../../domain/visit.ts';
import { giveBack, reopen } from '../../domain/visit-owner.ts';
import { isAlreadyInside } from '../failures.ts';
import type { MergePeople } from './merge-people.ts';
import { type OwnerDeps, reassign } from './reassigning.ts';

/** A merge is undone: what it moved goes back, and what it closed goes on where nobody has come in meanwhile. */
export const unmergePeopleHandler =
  (deps: OwnerDeps): Handler<MergePeople> =>
  ({ survivorId, mergedId, mergeId }) =>
    retryStale(async () => {
      for (const visit of await deps.visits.allOf(survivorId)) {
        const outcome = giveBack(visit, mergeId, deps.clock.now(), deps.presence.count(visit.siteId));
        if (outcome) await reassign(deps, visit, outcome);
      }
      const both = [...(await deps.visits.allOf(survivorId)), ...(await deps.visits.allOf(mergedId))];
      for (const visit of both) if (visit.closedByMerge === mergeId) await goOn(deps, visit);
    });

async function goOn(deps: OwnerDeps, visit: Visit): Promise<void> {
  // The rollover has not come to it: it counts as inside only until its end.
  const count = deps.presence.count(visit.siteId) + (deps.clock.now() < visit.until ? 1 : 0);
  await reassign(deps, visit, reopen(visit, count)).catch((error: unknown) => {
    if (!isAlreadyInside(error)) throw error;
  });
}
