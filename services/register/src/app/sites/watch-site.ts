import { type Clock, type Handler, isStale, retryStale } from '@guildhall/kernel';
import { follow, isWatched, newWatch } from '../../domain/watch.ts';
import type { Watches } from '../reminders/ports.ts';
import type { Presence } from '../visits/presence.ts';
import type { SiteCatalogue } from './site-catalogue.ts';

type Deps = Readonly<{ watches: Watches; sites: SiteCatalogue; presence: Presence; clock: Clock }>;

/** Looks whether the site with this id is covered and how full it is, and tells those who ought to know, once. */
export const watchSiteHandler =
  (deps: Deps): Handler<string> =>
  (siteId) =>
    // Another process that looked a moment ago may have seen fewer people.
    retryStale(() => look(deps, siteId)).catch((error: unknown) => {
      if (!isStale(error)) throw error;
    });

async function look({ watches, sites, presence, clock }: Deps, siteId: string): Promise<void> {
  const site = await sites.get(siteId);
  const watch = await watches.find(siteId);
  if (!watch && !isWatched(site)) return;
  const { next, caused, dueAt } = follow(watch ?? newWatch(siteId), site, presence.people(siteId), clock.now());
  await watches.save(next, caused, dueAt);
}
