import type { Clock } from '@guildhall/kernel';
import type { Site } from '../../domain/site.ts';
import { calendarEntry } from '../../domain/visitors/calendar-entry.ts';
import type { Visitor } from '../../domain/visitors/visitor.ts';
import type { VisitorNotice } from '../../domain/visitors/visitor-notice.ts';
import type { QrCodes } from './ports.ts';
import type { VisitorLinks } from './visitor-links.ts';

/** The invitation by mail, for whoever gave an address. */
export type Invite = (site: Site, visitor: Visitor) => Promise<readonly VisitorNotice[]>;

type Deps = Readonly<{ links: VisitorLinks; qrCodes: QrCodes; clock: Clock }>;

export const inviteBy =
  ({ links, qrCodes, clock }: Deps): Invite =>
  async (site, visitor) => {
    if (visitor.email === '') return [];
    const at = clock.now();
    const link = links.invitation(visitor);
    const entry = calendarEntry(visitor, { siteName: site.name, timeZone: site.timeZone, link, at });
    const enclosures = [
      { name: 'invitation.png', contentType: 'image/png', content: await qrCodes.png(link) },
      { name: 'invitation.ics', contentType: 'text/calendar; charset=utf-8', content: new TextEncoder().encode(entry) },
    ];
    return [{ type: 'invitation', visitor, siteName: site.name, link, enclosures, at }];
  };
