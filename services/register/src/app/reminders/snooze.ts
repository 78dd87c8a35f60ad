import type { Clock, Handler } from '@guildhall/kernel';
import { notAPerson } from '../../domain/refusals.ts';
import type { siteDay } from '../../domain/site-day.ts';
import type { People } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';

/** `siteId` may be empty: every site. */
export type Snooze = Readonly<{ personId: string; siteId: string }>;

type Deps = Readonly<{ people: People; sites: SiteCatalogue; dayAt: typeof siteDay; clock: Clock }>;

/** No reminders for this person today; returns the day. */
export const snoozeHandler =
  ({ people, sites, dayAt, clock }: Deps): Handler<Snooze, string> =>
  async ({ personId, siteId }) => {
    if (!personId) throw notAPerson();
    const now = clock.now();
    const asked = siteId ? [await sites.get(siteId)] : sites.list();
    const days = asked.map((site) => [site.id, dayAt(site, now).date] as const);
    await people.snooze(personId, Object.fromEntries(days));
    return days[0]?.[1] ?? now.toISOString().slice(0, 10);
  };
