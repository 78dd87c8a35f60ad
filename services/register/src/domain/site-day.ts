import { Temporal } from 'temporal-polyfill';
import { badDate, wrongDate } from './refusals.ts';

/** A day at a site, from one rollover to the next, named after the date on which it begins. */
export type SiteDay = Readonly<{ date: string; startsAt: Date; endsAt: Date }>;

/** What decides when the day turns. */
export type DayRule = Readonly<{ timeZone: string; dayRollover: string }>;

/** The day at the site at a moment. A rollover that a clock change skips takes place right after the change. */
export function siteDay({ timeZone, dayRollover }: DayRule, at: Date): SiteDay {
  const rollover = Temporal.PlainTime.from(dayRollover);
  const start = (date: Temporal.PlainDate): number =>
    date.toZonedDateTime({ timeZone, plainTime: rollover }).epochMilliseconds;
  const moment = at.getTime();
  let date = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();
  while (moment < start(date)) date = date.subtract({ days: 1 });
  let end = start(date.add({ days: 1 }));
  while (moment >= end) {
    date = date.add({ days: 1 });
    end = start(date.add({ days: 1 }));
  }
  return { date: date.toString(), startsAt: new Date(start(date)), endsAt: new Date(end) };
}

/** The day at the site that is named after a date. */
export function dayOfDate({ timeZone, dayRollover }: DayRule, date: string): SiteDay {
  const plainTime = Temporal.PlainTime.from(dayRollover);
  const first = Temporal.PlainDate.from(date);
  const start = (day: Temporal.PlainDate): Date =>
    new Date(day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
  return { date, startsAt: start(first), endsAt: start(first.add({ days: 1 })) };
}

/** `siteDay` that computes each day once: nearly every call is about the same day as the one before. */
export function siteDays(): typeof siteDay {
  const last = new Map<string, SiteDay>();
  return (rule, at) => {
    const key = `${rule.timeZone} ${rule.dayRollover}`;
    const known = last.get(key);
    if (known && known.startsAt <= at && at < known.endsAt) return known;
    const day = siteDay(rule, at);
    last.set(key, day);
    return day;
  };
}

/** True for a date that exists, strictly YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The date, strictly YYYY-MM-DD and existing; `field` names it in the refusal. */
export function checkedDate(text: string, field: string): string {
  if (!isCalendarDate(text)) throw badDate(field);
  return text;
}

/** Refuses a page of another day: it was left open, or its clock is wrong. An empty date is none. */
export function checkClientDate(given: string, today: string): void {
  if (given && checkedDate(given, 'clientDate') !== today) throw wrongDate(today);
}

export const daysBefore = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).subtract({ days }).toString();

export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

/** True for an IANA zone; fixed offsets are none, for they know no summer. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}
