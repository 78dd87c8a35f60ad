import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { presenceNotices } from '../../domain/notice.ts';
import { busyVisit, notAPerson, unknownEntrance } from '../../domain/refusals.ts';
import type { Site } from '../../domain/site.ts';
import { checkClientDate, type siteDay } from '../../domain/site-day.ts';
import { type Arrival, isInside, type Mover, opened, openVisit, type Visit } from '../../domain/visit.ts';
import { isAlreadyInside } from '../failures.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Presence } from './presence.ts';

/** `clientDate` is the day that the caller's page shows; it and `entrance` may be empty. */
export type SignIn = Readonly<{ siteId: string; clientDate: string; entrance: string; by: Mover }>;

/** What came of a sign-in or sign-out. */
export type Movement = Readonly<{ visitId?: string; changed: boolean; occupancy: number; at: Date }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  presence: Presence;
  rollOver: Handler<string>;
  dayAt: typeof siteDay;
  clock: Clock;
  newId: NewId;
}>;

const attempts = 3;

export const signInHandler =
  (deps: Deps): Handler<SignIn, Movement> =>
  async ({ siteId, clientDate, entrance, by }) => {
    if (!by.personId) throw notAPerson();
    const site = await deps.sites.get(siteId);
    const at = deps.clock.now();
    const day = deps.dayAt(site, at);
    checkClientDate(clientDate, day.date);
    checkEntrance(entrance, site);
    const arrival = { site, day, at, by, entrance };
    // A repeated press finds its visit without a doomed insert.
    if (deps.presence.find(siteId, by.personId)) {
      const known = await alreadyOpen(deps, arrival);
      if (known) return known;
    }
    for (let attempt = 0; attempt < attempts; attempt++) {
      const movement = (await open(deps, arrival)) ?? (await alreadyOpen(deps, arrival));
      if (movement) return movement;
    }
    throw busyVisit();
  };

/** Undefined when the store has an open visit already. */
async function open({ presence, visits, newId }: Deps, arrival: Arrival): Promise<Movement | undefined> {
  const visit = openVisit(newId(), arrival);
  const { occupancy, keep, undo } = presence.enter(visit);
  try {
    const { next, facts } = opened(visit, occupancy);
    await visits.save(next, [...facts, ...presenceNotices(arrival.site, next, 'in', occupancy)]);
  } catch (error) {
    undo();
    if (isAlreadyInside(error)) return undefined;
    throw error;
  }
  keep();
  return { visitId: visit.id, changed: true, occupancy, at: arrival.at };
}

/** Undefined when there is no open visit any more; one past its end is closed on the way. */
async function alreadyOpen(deps: Deps, { site, at, by }: Arrival): Promise<Movement | undefined> {
  const current: Visit | undefined = await deps.visits.findOpen(by.personId, site.id);
  if (!current) return undefined;
  if (!isInside(current, at)) {
    await deps.rollOver(current.id);
    return undefined;
  }
  deps.presence.note(current);
  return { visitId: current.id, changed: false, occupancy: deps.presence.count(site.id), at: current.in.at };
}

function checkEntrance(entrance: string, { entrances }: Site): void {
  if (entrance && entrances.length > 0 && !entrances.includes(entrance)) throw unknownEntrance();
}
