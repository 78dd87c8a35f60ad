import type { DayRule, SiteDay, siteDay } from '../site-day.ts';

/** The day at a site that has this name: found from the moment that is its noon somewhere. */
export function dayOfDate(dayAt: typeof siteDay, rule: DayRule, date: string): SiteDay {
  let day = dayAt(rule, new Date(`${date}T12:00:00Z`));
  while (day.date > date) day = dayAt(rule, new Date(day.startsAt.getTime() - 1));
  while (day.date < date) day = dayAt(rule, day.endsAt);
  return day;
}
