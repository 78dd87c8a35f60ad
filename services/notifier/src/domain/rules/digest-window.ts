import { type ClockTime, momentOf, wallAt, type Weekday } from './clock-time.ts';

/** How often the messages of a category are gathered into one. */
export type DigestWindow =
  | Readonly<{ every: 'hour' }>
  | Readonly<{ every: 'day'; at: ClockTime }>
  | Readonly<{ every: 'week'; weekday: Weekday; at: ClockTime }>;

const HOUR_MS = 3_600_000;
const DAYS_PER_WEEK = 7;

/** When the window that is open at this moment closes: always later than the moment. */
export function windowEnd(window: DigestWindow, timeZone: string, at: Date): Date {
  if (window.every === 'hour') return hourEnd(timeZone, at);
  const today = wallAt(timeZone, at).toPlainDate();
  const mostDays = window.every === 'day' ? 1 : DAYS_PER_WEEK;
  for (let days = 0; days <= mostDays; days += 1) {
    const date = today.add({ days });
    if (window.every === 'week' && date.dayOfWeek !== window.weekday) continue;
    const end = momentOf(timeZone, date, window.at);
    if (end > at) return end;
  }
  // Only where a zone leaves a whole day out, as Samoa did in 2011.
  return momentOf(timeZone, today.add({ days: mostDays + 1 }), window.at);
}

/** The next full hour on the clocks of the zone, some of which are half an hour off. */
function hourEnd(timeZone: string, at: Date): Date {
  const { minute, second, millisecond } = wallAt(timeZone, at);
  return new Date(at.getTime() + HOUR_MS - ((minute * 60 + second) * 1_000 + millisecond));
}
