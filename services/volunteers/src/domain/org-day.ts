import { Temporal } from 'temporal-polyfill';

/** The days of the organisation, `YYYY-MM-DD`, in its own zone. */
export type OrgDays = Readonly<{
  dayOf(moment: Date): string;
  /** The first moment of the day. */
  startOf(day: string): Date;
  /** The first moment of the day after. */
  endOf(day: string): Date;
  /** A time of that day, such as `03:15`; one that the clocks leave out is the next that there is. */
  at(day: string, time: string): Date;
}>;

export const orgDays = (timeZone: string): OrgDays => {
  const startOf = (day: string): Date =>
    new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
  return {
    dayOf: (moment) =>
      Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    startOf,
    endOf: (day) => startOf(dayAfter(day)),
    at: (day, time) => {
      const plainTime = Temporal.PlainTime.from(time);
      return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
    },
  };
};

export const dayAfter = (day: string, count = 1): string =>
  Temporal.PlainDate.from(day).add({ days: count }).toString();

/** A day that there is, written as `2026-03-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** The Monday of its week. */
export function weekOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}
