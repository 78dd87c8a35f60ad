import type { Clock } from '@guildhall/kernel';
import type { Visit, VisitOutcome } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import type { Presence } from '../visits/presence.ts';

export type OwnerDeps = Readonly<{ visits: VisitRepository; presence: Presence; clock: Clock }>;

/** Stores whose visit it is now, with who is inside in step. */
export async function reassign(
  { visits, presence }: OwnerDeps,
  visit: Visit,
  { next, facts }: VisitOutcome,
): Promise<Visit> {
  await visits.save(next, facts);
  if (next.open) {
    const { id: visitId, version, siteId, personId, displayName, until } = next;
    presence.heardMoved(visit.personId, { visitId, version, siteId, personId, displayName, until });
    presence.note(next);
  }
  return next;
}
