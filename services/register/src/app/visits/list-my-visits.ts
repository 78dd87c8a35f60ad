import type { Clock, Handler } from '@guildhall/kernel';
import { badRange, notAPerson } from '../../domain/refusals.ts';
import { checkedDate, daysBefore, daysBetween, type siteDay } from '../../domain/site-day.ts';
import type { Visit } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';

/** `siteId`, `from` and `to` may be empty: every site, thirty days up to today. */
export type ListMyVisits = Readonly<{ personId: string; siteId: string; from: string; to: string }>;

type Deps = Readonly<{ sites: SiteCatalogue; visits: VisitRepository; dayAt: typeof siteDay; clock: Clock }>;

const usualDays = 30;
const longestRange = 400;

/** The person's own visits, newest first. */
export const listMyVisitsHandler =
  ({ sites, visits, dayAt, clock }: Deps): Handler<ListMyVisits, readonly Visit[]> =>
  async ({ personId, siteId, ...range }) => {
    if (!personId) throw notAPerson();
    const asked = siteId ? [await sites.get(siteId)] : sites.list();
    const todays = asked.map((site) => dayAt(site, clock.now()).date).sort();
    const to = range.to ? checkedDate(range.to, 'to') : (todays.at(-1) ?? clock.now().toISOString().slice(0, 10));
    const from = range.from ? checkedDate(range.from, 'from') : daysBefore(to, usualDays);
    const days = daysBetween(from, to) + 1;
    if (days < 1) throw badRange('ends before it begins');
    if (days > longestRange) throw badRange(`is longer than ${longestRange} days`);
    const siteIds = asked.map(({ id }) => id);
    const found = await visits.of(personId, siteIds, from, to);
    return found.toSorted((a, b) => b.in.at.getTime() - a.in.at.getTime() || (a.id < b.id ? 1 : -1));
  };
