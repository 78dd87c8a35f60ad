import { daysBefore } from './site-day.ts';

// The day named D ends, wherever on earth, before D+2 12:00 UTC, and 16 hours later even who was carried over has gone:
// nothing happens to a visit of that day after D+3 04:00 UTC.
const daysRead = 3;

/** The first day whose visits are read when the entries before `moment` are asked for. */
export const firstDateToRead = (moment: Date): string => daysBefore(utcDate(moment), daysRead);

/** From here on, visits of those days have every entry there is. */
export const firstCompleteMoment = (moment: Date): Date => new Date(`${daysBefore(utcDate(moment), 1)}T04:00:00Z`);

const utcDate = (moment: Date): string => moment.toISOString().slice(0, 10);
