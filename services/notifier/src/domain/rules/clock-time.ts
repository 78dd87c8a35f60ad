import { Temporal } from 'temporal-polyfill';

/** Times on a clock, such as "22:00". */
export type ClockTime = string;

/** 1 is Monday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const isClockTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

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

export const wallAt = (timeZone: string, at: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);

const known = new Map<string, Date>();
const MOST_KNOWN = 10_000;

/**
 * When a clock in the zone shows that time on that date. One that a change of the clocks skips is right after the
 * change; of one that comes twice it is the first. Computed once each: thousands of readers share a zone and a night.
 */
export function momentOf(timeZone: string, date: Temporal.PlainDate, time: ClockTime): Date {
  const key = `${timeZone} ${date.toString()} ${time}`;
  const found = known.get(key);
  if (found) return found;
  const moment = computed(timeZone, date, time);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, moment);
  return moment;
}

function computed(timeZone: string, date: Temporal.PlainDate, time: ClockTime): Date {
  const plainTime = Temporal.PlainTime.from(time);
  const shown = date.toPlainDateTime(plainTime).toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (shown.toPlainTime().equals(plainTime)) return new Date(shown.epochMilliseconds);
  // Skipped: "earlier" answered with a moment before the change.
  return new Date(shown.getTimeZoneTransition('next')?.epochMilliseconds ?? shown.epochMilliseconds);
}
