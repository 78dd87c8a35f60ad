import { Temporal } from 'temporal-polyfill';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

export const workdays: readonly Weekday[] = weekdays.slice(0, 5);

/** A day on which the site is closed: one may sign in, but nobody is reminded. */
export type Holiday = Readonly<{ date: string; name: string }>;

type Opening = Readonly<{ openingDays: readonly Weekday[]; holidays: readonly Holiday[] }>;

export const weekdayOf = (date: string): Weekday => weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? 'monday';

/** Every day is open where no opening days are named. */
export const isOpenOn = ({ openingDays, holidays }: Opening, date: string): boolean =>
  (openingDays.length === 0 || openingDays.includes(weekdayOf(date))) && !holidays.some((one) => one.date === date);
