import type { Clock, Handler } from '@guildhall/kernel';
import { badRange } from '../../domain/refusals.ts';
import { checkedDate, daysBefore, daysBetween, type siteDay } from '../../domain/site-day.ts';
import type { DayStats, StatsQuery } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';

/** `from` and `to` may be empty: thirty days up to today. */
export type GetStats = Readonly<{ siteId: string; from: string; to: string }>;

type Deps = Readonly<{ sites: SiteCatalogue; stats: StatsQuery; dayAt: typeof siteDay; clock: Clock }>;

const usualDays = 30;
const longestRange = 400;

export const getStatsHandler =
  ({ sites, stats, dayAt, clock }: Deps): Handler<GetStats, readonly DayStats[]> =>
  async (query) => {
    const site = await sites.get(query.siteId);
    const to = query.to ? checkedDate(query.to, 'to') : dayAt(site, clock.now()).date;
    const from = query.from ? checkedDate(query.from, 'from') : daysBefore(to, usualDays);
    const days = daysBetween(from, to) + 1;
    if (days < 1) throw badRange('ends before it begins');
    if (days > longestRange) throw badRange(`is longer than ${longestRange} days`);
    return stats({ siteId: site.id, from, to });
  };
