import { Temporal } from 'temporal-polyfill';
import { type Holiday, isOpenOn, type Weekday, weekdayOf } from './opening.ts';

export const reminderTemplates = ['reminder', 'reminder_pm'] as const;
export type ReminderTemplate = (typeof reminderTemplates)[number];

export const isReminderTemplate = (text: string): text is ReminderTemplate =>
  reminderTemplates.some((template) => template === text);

/** When people who are still inside are reminded, in the time of the site. */
export type ReminderSchedule = Readonly<{
  template: ReminderTemplate;
  time: string;
  days: readonly Weekday[];
  /** A further call on the same day; none when empty. */
  secondTime: string;
}>;

/** A moment that a schedule names. `call` is 2 for the second call of a day. */
export type Occurrence = Readonly<{ template: ReminderTemplate; date: string; call: 1 | 2; at: Date }>;

type Calendar = Readonly<{
  timeZone: string;
  openingDays: readonly Weekday[];
  holidays: readonly Holiday[];
  reminders: readonly ReminderSchedule[];
}>;

// A year of holidays on end is no calendar any more.
const daysAhead = 400;

/** The first moment of a site's schedules after `after`, on a day that is open. */
export function nextReminder(site: Calendar, after: Date): Occurrence | undefined {
  return firstOn(site, after, (date) =>
    site.reminders
      .filter(({ days }) => days.includes(weekdayOf(date)))
      .flatMap(({ template, time, secondTime }) => [
        { template, date, call: 1 as const, at: momentOf(site.timeZone, date, time) },
        ...(secondTime ? [{ template, date, call: 2 as const, at: momentOf(site.timeZone, date, secondTime) }] : []),
      ]),
  );
}

/** The next time that it is `time` on a day that is open. */
export const nextDaily = (
  site: Calendar,
  time: string,
  after: Date,
): Readonly<{ date: string; at: Date }> | undefined =>
  firstOn(site, after, (date) => [{ date, at: momentOf(site.timeZone, date, time) }]);

function firstOn<Found extends Readonly<{ at: Date }>>(
  site: Calendar,
  after: Date,
  on: (date: string) => readonly Found[],
): Found | undefined {
  const zoned = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(site.timeZone);
  // From the day before: a time that the clock change skips comes later than the wall says.
  const start = zoned.toPlainDate().subtract({ days: 1 });
  for (let days = 0; days < daysAhead; days++) {
    const date = start.add({ days }).toString();
    if (!isOpenOn(site, date)) continue;
    const found = on(date)
      .filter(({ at }) => at > after)
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    if (found[0]) return found[0];
  }
  return undefined;
}

/** A time that a clock change skips comes right after the change, as much later as it skips; one that comes twice, once. */
export const momentOf = (timeZone: string, date: string, time: string): Date =>
  new Date(
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds,
  );
