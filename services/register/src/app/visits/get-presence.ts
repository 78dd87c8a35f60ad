import type { Clock, Handler } from '@guildhall/kernel';
import type { siteDay } from '../../domain/site-day.ts';
import { isInside, type Mover, type Visit } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Presence } from './presence.ts';

export type GetPresence = Readonly<{ siteId: string; by: Mover }>;
/** Everybody inside, each once, by name; `people` is the same array as long as nobody moves. */
export type PresenceList = Readonly<{ now: Date; today: string; people: readonly Visit[] }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  presence: Presence;
  recordView: Handler<GetPresence>;
  dayAt: typeof siteDay;
  clock: Clock;
}>;

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** From memory, unless other processes changed what is only known by hearsay here: then from the store. */
export const getPresenceHandler =
  ({ sites, visits, presence, recordView, dayAt, clock }: Deps): Handler<GetPresence, PresenceList> =>
  async (query) => {
    const site = await sites.get(query.siteId);
    await recordView(query);
    const now = clock.now();
    const people = presence.visits(site.id) ?? (await readAgain({ visits, presence }, site.id, now));
    return { now, today: dayAt(site, now).date, people: inOrder(people) };
  };

async function readAgain(
  { visits, presence }: Pick<Deps, 'visits' | 'presence'>,
  siteId: string,
  now: Date,
): Promise<readonly Visit[]> {
  const open = await visits.openAt([siteId]);
  for (const visit of open) presence.note(visit);
  return open.filter((visit) => isInside(visit, now));
}

const ordered = new WeakMap<readonly Visit[], readonly Visit[]>();

/** Sorted once for each list: names are compared by the rules of language, which takes its time. */
function inOrder(people: readonly Visit[]): readonly Visit[] {
  const known = ordered.get(people);
  if (known) return known;
  const sorted = people.toSorted(
    (a, b) => byName.compare(a.displayName, b.displayName) || (a.personId < b.personId ? -1 : 1),
  );
  ordered.set(people, sorted);
  return sorted;
}
