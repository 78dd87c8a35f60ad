import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import { presenceNotices } from '../../domain/notice.ts';
import { busyVisit, notAPerson } from '../../domain/refusals.ts';
import type { Site } from '../../domain/site.ts';
import { checkClientDate, type siteDay } from '../../domain/site-day.ts';
import { isInside, type Mover, signOut, type Visit } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Presence } from './presence.ts';
import type { Movement } from './sign-in.ts';

/** `visitId` names the only visit that may be ended; whichever is open when absent. */
export type SignOut = Readonly<{ siteId: string; clientDate: string; by: Mover; visitId?: string }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  presence: Presence;
  dayAt: typeof siteDay;
  clock: Clock;
}>;

const attempts = 3;

export const signOutHandler =
  (deps: Deps): Handler<SignOut, Movement> =>
  async ({ siteId, clientDate, by, visitId }) => {
    if (!by.personId) throw notAPerson();
    const site = await deps.sites.get(siteId);
    const at = deps.clock.now();
    checkClientDate(clientDate, deps.dayAt(site, at).date);
    // The copy in memory spares the read; its version keeps it honest: an outdated one is refused as stale.
    const inMemory = deps.presence.find(siteId, by.personId);
    const known = visitId && inMemory?.id !== visitId ? undefined : inMemory;
    let current = known;
    for (let attempt = 0; attempt < attempts; attempt++) {
      current ??= await deps.visits.findOpen(by.personId, siteId);
      if (!current && known) deps.presence.heardClosed(afterwards(known));
      const isMeant = current !== undefined && (visitId ?? current.id) === current.id;
      if (!current || !isMeant || !isInside(current, at)) {
        return { changed: false, occupancy: deps.presence.count(siteId), at };
      }
      const movement = await close(deps, site, current, at, by);
      if (movement) return movement;
      current = undefined;
    }
    throw busyVisit();
  };

/** Something became of a visit that the store does not have as it was. */
const afterwards = ({ id: visitId, siteId, personId, version }: Visit) => ({
  visitId,
  siteId,
  personId,
  version: version + 1,
});

/** Undefined when somebody else changed the visit meanwhile. */
async function close(deps: Deps, site: Site, visit: Visit, at: Date, by: Mover): Promise<Movement | undefined> {
  const { occupancy, keep, undo } = deps.presence.leave(visit);
  const { next, facts } = signOut(visit, at, by, occupancy);
  try {
    const names = (): readonly string[] => deps.presence.names(site.id);
    await deps.visits.save(next, [...facts, ...presenceNotices(site, next, 'out', occupancy, names)]);
  } catch (error) {
    undo();
    if (isStale(error)) return undefined;
    throw error;
  }
  keep();
  return { visitId: visit.id, changed: true, occupancy, at };
}
