import type { Handler } from '@guildhall/kernel';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';

type Deps = Readonly<{ sites: SiteCatalogue; visits: VisitRepository; rollOver: Handler<string> }>;

/** A site's settings changed: its open visits end when the new ones say. */
export const rescheduleVisitsHandler =
  ({ sites, visits, rollOver }: Deps): Handler<string> =>
  async (siteId) => {
    await sites.refresh(siteId);
    const open = await visits.openAt([siteId]);
    await Promise.all(open.map(({ id }) => rollOver(id)));
  };
