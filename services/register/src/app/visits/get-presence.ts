import type { Clock, Handler } from '@guildhall/kernel';
import type { siteDay } from '../../domain/site-day.ts';
import { isInside, type Mover, type Visit } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';

export type GetPresence = Readonly<{ siteId: string; by: Mover }>;
/** Everybody inside, each once, by name. */
export type PresenceList = Readonly<{ now: Date; today: string; people: readonly Visit[] }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  recordView: Handler<GetPresence>;
  dayAt: typeof siteDay;
  clock: Clock;
}>;

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Read from the store: the list that a warden takes along must not depend on what this process has heard. */
export const getPresenceHandler =
  ({ sites, visits, recordView, dayAt, clock }: Deps): Handler<GetPresence, PresenceList> =>
  async (query) => {
    const site = await sites.get(query.siteId);
    const now = clock.now();
    const [open] = await Promise.all([visits.openAt([site.id]), recordView(query)]);
    const people = open
      .filter((visit) => isInside(visit, now))
      .sort((a, b) => byName.compare(a.displayName, b.displayName) || (a.personId < b.personId ? -1 : 1));
    return { now, today: dayAt(site, now).date, people };
  };
