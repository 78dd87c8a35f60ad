import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Presence } from './presence.ts';

type Deps = Readonly<{ visits: VisitRepository; sites: SiteCatalogue; presence: Presence }>;

/** Brings the copy of who is inside in line with the store. */
export const loadPresence =
  ({ visits, sites, presence }: Deps) =>
  async (): Promise<void> => {
    const mark = presence.mark();
    const siteIds = sites.list().map(({ id }) => id);
    presence.replace(await visits.openAt(siteIds), mark);
  };
