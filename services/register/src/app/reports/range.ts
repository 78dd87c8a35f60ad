import type { Clock } from '@guildhall/kernel';
import { badRange } from '../../domain/refusals.ts';
import type { Site } from '../../domain/site.ts';
import { checkedDate, daysBefore, daysBetween, type siteDay } from '../../domain/site-day.ts';

/** Days at a site, both included, as they were asked for: either may be empty. */
export type AskedRange = Readonly<{ siteId: string; from: string; to: string }>;

type Deps = Readonly<{ dayAt: typeof siteDay; clock: Clock }>;
type Bounds = Readonly<{ usualDays: number; longestDays: number }>;

/** The range with what was left out: up to today, and as many days as usual. Refuses dates that are none. */
export function checkedRange(
  site: Site,
  asked: AskedRange,
  { dayAt, clock }: Deps,
  { usualDays, longestDays }: Bounds,
) {
  const to = asked.to ? checkedDate(asked.to, 'to') : dayAt(site, clock.now()).date;
  const from = asked.from ? checkedDate(asked.from, 'from') : daysBefore(to, usualDays);
  const days = daysBetween(from, to) + 1;
  if (days < 1) throw badRange('ends before it begins');
  if (days > longestDays) throw badRange(`is longer than ${longestDays} days`);
  return { siteId: site.id, from, to };
}
