import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { presenceNotices } from '../../domain/notice.ts';
import { findEntrance } from '../../domain/entrance.ts';
import { busyVisit, notAPerson, siteFull, unknownEntrance } from '../../domain/refusals.ts';
import { crowding } from '../../domain/site-safety.ts';
import type { Site } from '../../domain/site.ts';
import { checkClientDate, type siteDay } from '../../domain/site-day.ts';
import {
  type Arrival,
  isInside,
  type Mover,
  opened,
  openVisit,
  type Visit,
  type VisitKind,
} from '../../domain/visit.ts';
import { isAlreadyInside } from '../failures.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Presence } from './presence.ts';

/** `clientDate` is the day that the caller's page shows; it and `entrance` (an id or a name) may be empty. */
export type SignIn = Readonly<{
  siteId: string;
  clientDate: string;
  entrance: string;
  by: Mover;
  /** A person when absent. */
  kind?: VisitKind;
  /** Whoever comes in is to be known as having come during this incident. */
  duringIncident?: string;
}>;

/** What came of a sign-in or sign-out. `isCrowded` when nine in ten places are taken. */
export type Movement = Readonly<{
  visitId?: string;
  changed: boolean;
  occupancy: number;
  at: Date;
  isCrowded?: boolean;
}>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  presence: Presence;
  rollOver: Handler<string>;
  dayAt: typeof siteDay;
  clock: Clock;
  newId: NewId;
  /** Hears that a site has become crowded by a movement; called once per movement, and must not fail. */
  crowded?: (siteId: string) => void;
}>;

const attempts = 3;

export const signInHandler =
  (deps: Deps): Handler<SignIn, Movement> =>
  async ({ siteId, clientDate, by, ...more }) => {
    if (!by.personId) throw notAPerson();
    const site = await deps.sites.get(siteId);
    const at = deps.clock.now();
    const day = deps.dayAt(site, at);
    checkClientDate(clientDate, day.date);
    const arrival = { ...more, site, day, at, by, entrance: entranceName(more.entrance, site) };
    // A repeated press finds its visit without a doomed insert.
    if (deps.presence.find(siteId, by.personId)) {
      const known = await alreadyOpen(deps, arrival);
      if (known) return known;
    }
    for (let attempt = 0; attempt < attempts; attempt++) {
      const movement = (await open(deps, arrival)) ?? (await alreadyOpen(deps, arrival));
      if (movement?.changed && movement.isCrowded) deps.crowded?.(siteId);
      if (movement) return movement;
    }
    throw busyVisit();
  };

/** Undefined when the store has an open visit already. */
async function open({ presence, visits, newId }: Deps, arrival: Arrival): Promise<Movement | undefined> {
  const visit = openVisit(newId(), arrival);
  const { occupancy, keep, undo } = presence.enter(visit);
  try {
    refuseWhenFull(arrival.site, occupancy);
    const { next, facts } = opened(visit, occupancy);
    await visits.save(next, [
      ...facts,
      ...presenceNotices(arrival.site, next, 'in', occupancy, () => presence.names(next.siteId)),
    ]);
  } catch (error) {
    undo();
    if (isAlreadyInside(error)) return undefined;
    throw error;
  }
  keep();
  return { visitId: visit.id, changed: true, occupancy, at: arrival.at, ...warning(arrival.site, occupancy) };
}

const warning = ({ capacity }: Site, occupancy: number) =>
  crowding(occupancy, capacity) === 'free' ? {} : ({ isCrowded: true } as const);

/** `occupancy` counts the one who comes in. */
function refuseWhenFull({ hardStop, capacity }: Site, occupancy: number): void {
  if (hardStop && crowding(occupancy - 1, capacity) === 'full') throw siteFull();
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
  const occupancy = deps.presence.count(site.id);
  return { visitId: current.id, changed: false, occupancy, at: current.in.at, ...warning(site, occupancy) };
}

/** Entrances may be named by id or name; a site without any takes whatever it is told. */
function entranceName(entrance: string, { entrances }: Site): string {
  if (!entrance || entrances.length === 0) return entrance;
  const known = findEntrance(entrances, entrance);
  if (!known) throw unknownEntrance();
  return known.name;
}
