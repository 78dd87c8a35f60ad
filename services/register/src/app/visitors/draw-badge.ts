import type { Clock, Handler } from '@guildhall/kernel';
import { badgePicture } from '../../domain/visitors/badge-picture.ts';
import { notWaiting } from '../../domain/visitors/refusals.ts';
import type { siteDay } from '../../domain/site-day.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { findVisitor } from './find-visitor.ts';
import type { QrCodes, VisitorRepository } from './ports.ts';
import type { VisitorLinks } from './visitor-links.ts';

export type DrawBadge = Readonly<{ siteId: string; visitorId: string }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visitors: VisitorRepository;
  links: VisitorLinks;
  qrCodes: QrCodes;
  dayAt: typeof siteDay;
  clock: Clock;
}>;

/** The badge of somebody inside, as SVG. Its QR code signs out, until the day is over. */
export const drawBadgeHandler =
  ({ sites, visitors, links, qrCodes, dayAt, clock }: Deps): Handler<DrawBadge, string> =>
  async ({ siteId, visitorId }) => {
    const [site, visitor] = [await sites.get(siteId), await findVisitor(visitors, visitorId, siteId)];
    if (visitor.status !== 'inside') throw notWaiting();
    const { date, endsAt } = dayAt(site, clock.now());
    return badgePicture({ visitor, siteName: site.name, date, qr: qrCodes.squares(links.badge(visitor, endsAt)) });
  };
