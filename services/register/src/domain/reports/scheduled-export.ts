import type { FieldError } from '@guildhall/kernel';
import { Temporal } from 'temporal-polyfill';
import { type Weekday, weekdayOf } from '../opening.ts';
import { momentOf } from '../schedule.ts';
import { invalidExport } from './refusals.ts';

export type ExportPeriod = 'same-day' | 'day-before' | 'week-before' | 'month-before';

export type ExportSettings = Readonly<{
  name: string;
  kind: 'visits' | 'summary' | 'stats' | 'occupancy';
  format: 'csv' | 'xlsx';
  period: ExportPeriod;
  /** Time of day at the site, "07:00". */
  time: string;
  /** Either these or a day of the month. */
  weekdays: readonly Weekday[];
  /** 0 is none; in a shorter month its last day. */
  dayOfMonth: number;
  personIds: readonly string[];
  emails: readonly string[];
  paused: boolean;
}>;

export type ExportRun = Readonly<{
  /** The day of the schedule. */
  date: string;
  at: Date;
  from: string;
  to: string;
  rows: number;
  recipients: number;
  /** The file was too large to be mailed; the mail said so. */
  tooLarge: boolean;
  byHand: boolean;
}>;

export type ScheduledExport = Readonly<{
  id: string;
  version: number;
  siteId: string;
  settings: ExportSettings;
  /** Absent while it is paused. */
  next?: Readonly<{ date: string; at: Date }>;
  /** The last ones, newest first. */
  runs: readonly ExportRun[];
  /** Void since then; it goes once that has been told. */
  removedAt?: Date;
}>;

const runsKept = 20;
// A day of a month comes within two of them.
const daysAhead = 63;

/** The export with these settings, and when it is sent next. Throws `register.invalid_export`. */
export function withSettings(
  entry: Pick<ScheduledExport, 'id' | 'version' | 'siteId' | 'runs'>,
  settings: ExportSettings,
  timeZone: string,
  now: Date,
): ScheduledExport {
  const errors = exportFaults(settings);
  if (errors.length > 0) throw invalidExport(errors);
  const { id, version, siteId, runs } = entry;
  return planned({ id, version: version + 1, siteId, settings, runs }, timeZone, now);
}

/** The export as nobody sees it any more. */
export const removed = ({ next: _never, ...entry }: ScheduledExport, at: Date): ScheduledExport => ({
  ...entry,
  version: entry.version + 1,
  removedAt: at,
});

/** The export after a run, which is kept, and with its next one. */
export const afterRun = (entry: ScheduledExport, run: ExportRun, timeZone: string, now: Date): ScheduledExport => {
  const { next, ...rest } = entry;
  const ran = { ...rest, version: entry.version + 1, runs: [run, ...entry.runs].slice(0, runsKept) };
  return run.byHand ? { ...ran, ...(next && { next }) } : planned(ran, timeZone, now);
};

function planned(entry: Omit<ScheduledExport, 'next'>, timeZone: string, now: Date): ScheduledExport {
  const next = entry.settings.paused ? undefined : nextOccasion(entry.settings, timeZone, now);
  return { ...entry, ...(next && { next }) };
}

/** The first moment after `after` at which the schedule says so. */
export function nextOccasion(
  { time, weekdays, dayOfMonth }: Pick<ExportSettings, 'time' | 'weekdays' | 'dayOfMonth'>,
  timeZone: string,
  after: Date,
): ScheduledExport['next'] {
  const today = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  // From the day before: a time that the clock change skips comes later than the wall says.
  for (let days = -1; days <= daysAhead; days++) {
    const day = today.add({ days });
    const date = day.toString();
    const isOn =
      dayOfMonth > 0 ? day.day === Math.min(dayOfMonth, day.daysInMonth) : weekdays.includes(weekdayOf(date));
    const at = momentOf(timeZone, date, time);
    if (isOn && at > after) return { date, at };
  }
  return undefined;
}

/** The days that a report of a period is about, seen from `date`. */
export function daysOfPeriod(period: ExportPeriod, date: string): Readonly<{ from: string; to: string }> {
  const day = Temporal.PlainDate.from(date);
  const range = (from: Temporal.PlainDate, to: Temporal.PlainDate) => ({ from: from.toString(), to: to.toString() });
  const yesterday = day.subtract({ days: 1 });
  switch (period) {
    case 'same-day':
      return range(day, day);
    case 'day-before':
      return range(yesterday, yesterday);
    case 'week-before':
      return range(day.subtract({ days: 7 }), yesterday);
    case 'month-before': {
      const last = day.with({ day: 1 }).subtract({ days: 1 });
      return range(last.with({ day: 1 }), last);
    }
  }
}

function exportFaults(settings: ExportSettings): FieldError[] {
  const { time, weekdays, dayOfMonth, personIds, emails } = settings;
  const faults: FieldError[] = [];
  const refuse = (field: string, detail: string): void => void faults.push({ pointer: `/export/${field}`, detail });
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) refuse('time', 'must be a time of day, as 07:00');
  if (weekdays.length === 0 && dayOfMonth === 0) refuse('weekdays', 'or dayOfMonth is needed');
  if (weekdays.length > 0 && dayOfMonth > 0) refuse('dayOfMonth', 'must be absent where weekdays are named');
  if (personIds.length + emails.length === 0) refuse('emails', 'or personIds is needed');
  for (const [index, email] of emails.entries())
    if (!/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) refuse(`emails/${index}`, 'is not an e-mail address');
  return faults;
}
