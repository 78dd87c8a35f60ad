import type { Clock, Handler } from '@guildhall/kernel';
import type { Declaration } from '../../domain/site.ts';
import type { siteDay } from '../../domain/site-day.ts';
import { isInside } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';

export type GetStatus = Readonly<{ siteId: string; personId: string }>;
/** `visit` is there while the person is inside. */
export type Status = Readonly<{
  now: Date;
  today: string;
  declaration?: Declaration;
  visit?: Readonly<{ id: string; since: Date }>;
}>;

type Deps = Readonly<{ sites: SiteCatalogue; visits: VisitRepository; dayAt: typeof siteDay; clock: Clock }>;

/** Read from the store, for the page asks right after a movement that another process may have handled. */
export const getStatusHandler =
  ({ sites, visits, dayAt, clock }: Deps): Handler<GetStatus, Status> =>
  async ({ siteId, personId }) => {
    const site = await sites.get(siteId);
    const now = clock.now();
    const visit = await visits.findOpen(personId, siteId);
    return {
      now,
      today: dayAt(site, now).date,
      ...(site.declaration.text && { declaration: site.declaration }),
      ...(visit && isInside(visit, now) && { visit: { id: visit.id, since: visit.in.at } }),
    };
  };
