import type { Clock, Handler } from '@guildhall/kernel';
import { type OccupancyReport, occupancyReport } from '../../domain/reports/occupancy-report.ts';
import type { Site } from '../../domain/site.ts';
import { dayOfDate, daysBefore, daysBetween, type SiteDay, type siteDay } from '../../domain/site-day.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Archive, Stays } from './ports.ts';
import { type AskedRange, checkedRange } from './range.ts';
import { readStays } from './read-stays.ts';

export type SiteOccupancy = OccupancyReport & Readonly<{ site: Site; from: string; to: string }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  stays: Stays;
  archive: Archive;
  dayAt: typeof siteDay;
  clock: Clock;
}>;

const bounds = { usualDays: 6, longestDays: 93 };
// Who was carried over came on the day before, or on the one before that where a day is short.
const reachDays = 2;

/** How full a site was, from its visits and, where these are gone, from what was counted before. */
export const getOccupancyHandler =
  (deps: Deps): Handler<AskedRange, SiteOccupancy> =>
  async (asked) => {
    const site = await deps.sites.get(asked.siteId);
    const range = checkedRange(site, asked, deps, bounds);
    const reach = { ...range, from: daysBefore(range.from, reachDays) };
    const [stays, counts] = await Promise.all([readStays(deps.stays, reach), deps.archive.of(reach)]);
    const counted = new Set(counts.map(({ date }) => date));
    const report = occupancyReport({
      days: daysOf(site, range),
      timeZone: site.timeZone,
      now: deps.clock.now(),
      stays: stays.filter(({ date }) => !counted.has(date)),
      counts,
    });
    return { ...report, ...range, site };
  };

function daysOf(site: Site, { from, to }: Readonly<{ from: string; to: string }>): [SiteDay, ...SiteDay[]] {
  const more = Array.from({ length: daysBetween(from, to) }, (_, days) => dayOfDate(site, daysBefore(from, -days - 1)));
  return [dayOfDate(site, from), ...more];
}
