import { type Handler, type NewId, retryStale } from '@guildhall/kernel';
import { anonymise } from '../../domain/visit-owner.ts';
import type { People } from '../ports.ts';
import type { ReminderSends } from '../reminders/ports.ts';
import { type OwnerDeps, reassign } from './reassigning.ts';

type Deps = OwnerDeps & Readonly<{ people: People; sends: Pick<ReminderSends, 'forget'>; newId: NewId }>;

/**
 * Forgets a person: visits stay for the counts, as those of somebody unknown, who is another one at each site and day.
 * An open visit stays open, for there still is somebody in the building.
 */
export const erasePersonHandler =
  (deps: Deps): Handler<string> =>
  (personId) =>
    retryStale(async () => {
      await deps.people.forget(personId);
      await deps.sends.forget(personId);
      const unknown = new Map<string, string>();
      for (const visit of await deps.visits.allOf(personId)) {
        const key = `${visit.siteId} ${visit.date}`;
        const id = unknown.get(key) ?? deps.newId();
        unknown.set(key, id);
        const occupancy = deps.presence.count(visit.siteId);
        await reassign(deps, visit, anonymise(visit, id, deps.clock.now(), occupancy));
      }
    });
