import type { Clock, Handler } from '@guildhall/kernel';
import { type SummaryRow, summaryRows, visitRows, type VisitsRow } from '../../domain/reports/visits-report.ts';
import type { Site } from '../../domain/site.ts';
import type { siteDay } from '../../domain/site-day.ts';
import type { People } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Stays } from './ports.ts';
import { type AskedRange, checkedRange } from './range.ts';
import { namesOf, readStays } from './read-stays.ts';

export type VisitsReport = Readonly<{
  site: Site;
  from: string;
  to: string;
  visits: readonly VisitsRow[];
  summary: readonly SummaryRow[];
}>;

type Deps = Readonly<{ sites: SiteCatalogue; stays: Stays; people: People; dayAt: typeof siteDay; clock: Clock }>;

const bounds = { usualDays: 30, longestDays: 731 };

/** Who came on which day, and over the whole range. */
export const listVisitsHandler =
  (deps: Deps): Handler<AskedRange, VisitsReport> =>
  async (asked) => {
    const site = await deps.sites.get(asked.siteId);
    const range = checkedRange(site, asked, deps, bounds);
    const stays = await readStays(deps.stays, range);
    const names = await namesOf(deps.people, stays);
    return { ...range, site, visits: visitRows(stays, names), summary: summaryRows(stays, names) };
  };
