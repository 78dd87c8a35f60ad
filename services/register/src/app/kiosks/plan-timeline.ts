import type { Clock, NewId } from '@guildhall/kernel';
import {
  eventsOf,
  isDecidedByMovements,
  matched,
  type PlannedVisit,
  type StayContext,
  visitOfStay,
  withTimesOf,
} from '../../domain/kiosks/late-visits.ts';
import { keptAsCorrection } from '../../domain/kiosks/visit-change.ts';
import { inOrder, type Stay, staysOf, type TimelineEvent } from '../../domain/kiosks/timeline.ts';
import type { Site } from '../../domain/site.ts';
import { daysBefore, type siteDay } from '../../domain/site-day.ts';
import { closed, type Visit, visitEnd } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Timeline } from './ports.ts';

export type VisitChange = Readonly<{ before: Visit | undefined; next: Visit }>;

/** What brings the visits in line. */
export type TimelinePlan = Readonly<{
  site: Site;
  /** Of devices and of the visits together. */
  events: readonly TimelineEvent[];
  /** In the order in which they are to be stored. */
  changes: readonly VisitChange[];
  /** The visits that are new. */
  planned: readonly PlannedVisit[];
}>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  dayAt: typeof siteDay;
  clock: Clock;
  newId: NewId;
}>;

const daysBack = 6;

/** Visits follow from the events of devices together with the movements that were made by themselves. */
export const planTimelineBy =
  (deps: Deps) =>
  async ({ siteId, personId: id, displayName, kind, events, planned = [] }: Timeline): Promise<TimelinePlan> => {
    const site = await deps.sites.get(siteId);
    const now = deps.clock.now();
    const dayAt: StayContext['dayAt'] = (moment) => deps.dayAt(site, moment);
    const context: StayContext = { site, now, dayAt, person: { id, displayName, kind } };
    const today = dayAt(now).date;
    const missing = await unstored(deps.visits, planned);
    const recent = await deps.visits.of(id, [siteId], daysBefore(today, daysBack), today);
    const visits = recent.filter(isDecidedByMovements);
    const all = inOrder([...events, ...eventsOf(visits)]);
    const stays = staysOf(all, (began) => visitEnd(site, dayAt(began), began));
    const agreed = missing.filter(({ id: visitId }) => !recent.some((visit) => visit.id === visitId));
    const { pairs, surplus } = matched<Visit | PlannedVisit>(stays, [...visits, ...agreed]);
    const wanted = pairs.map(({ stay, visit }) => changeOf(deps.newId, stay, visit, context));
    const over = surplus()
      .filter(isStored)
      .map((visit) => ({ before: visit, next: keptAsCorrection(visit, closed(visit, 'merged'), now) }));
    const changes = [...over, ...wanted].filter((one) => one !== undefined);
    return {
      site,
      events: all,
      // What ends comes before what begins: nobody has two open visits, not even for a moment.
      changes: changes.toSorted((a, b) => Number(a.next.open) - Number(b.next.open)),
      planned: changes.filter(({ before }) => !before).map(({ next }) => ({ id: next.id, in: { at: next.in.at } })),
    };
  };

const isStored = (visit: Visit | PlannedVisit): visit is Visit => 'version' in visit;

/** Asked before the visits are read: one that is stored meanwhile must not look like one that nobody has agreed on. */
async function unstored(visits: VisitRepository, planned: readonly PlannedVisit[]): Promise<readonly PlannedVisit[]> {
  const stored = await Promise.all(planned.map(({ id }) => visits.find(id)));
  return planned.filter((_, index) => !stored[index]);
}

function changeOf(
  newId: NewId,
  stay: Stay,
  known: Visit | PlannedVisit | undefined,
  context: StayContext,
): VisitChange | undefined {
  const wanted = visitOfStay(known?.id ?? newId(), stay, context);
  if (!known || !isStored(known)) return { before: undefined, next: wanted };
  const next = withTimesOf(known, wanted);
  const changed = next && { ...next, version: known.version + 1 };
  return changed && { before: known, next: keptAsCorrection(known, changed, context.now) };
}
