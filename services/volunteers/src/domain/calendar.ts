import { Temporal } from 'temporal-polyfill';

const atEight = { hour: 8 } as const;

const zoned = (moment: Date, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);

const atEightOn = (day: Temporal.PlainDate, timeZone: string): Date =>
  new Date(day.toZonedDateTime({ timeZone, plainTime: atEight }).epochMilliseconds);

/** The first Monday, 08:00, after a moment. */
export function nextMonday(after: Date, timeZone: string): Date {
  const today = zoned(after, timeZone).toPlainDate();
  const monday = today.add({ days: (8 - today.dayOfWeek) % 7 });
  const moment = atEightOn(monday, timeZone);
  return moment > after ? moment : atEightOn(monday.add({ days: 7 }), timeZone);
}

/** The first day of a month, 08:00, after a moment: each `everyMonths` counted from January, so 3 is each quarter. */
export function nextMonthStart(after: Date, everyMonths: number, timeZone: string): Date {
  const today = zoned(after, timeZone).toPlainDate();
  const january = today.with({ month: 1, day: 1 });
  const passed = Math.floor((today.month - 1) / everyMonths) * everyMonths;
  const begun = january.add({ months: passed });
  const moment = atEightOn(begun, timeZone);
  return moment > after ? moment : atEightOn(begun.add({ months: everyMonths }), timeZone);
}

/** `2026-03-31 09:00`, as on the wall there. */
export const localMoment = (moment: Date, timeZone: string): string =>
  zoned(moment, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
