import type { FieldError } from '@guildhall/kernel';
import { daysBefore, isCalendarDate } from '../site-day.ts';
import { invalidVisitor } from './refusals.ts';
import type { Announcement } from './visitor.ts';

const daysAhead = 366;

/** Not checked yet; without a phone where no telephone can have the number that was given. */
type Given = Omit<Announcement, 'phone'> & Readonly<{ phone: string | undefined }>;

/** Refuses an announcement that cannot be kept, naming each field. `today` is the day at the site. */
export function checkAnnouncement(given: Given, today: string): asserts given is Announcement {
  const faults: FieldError[] = [];
  const check = (isFine: boolean, pointer: string, detail: string): void => {
    if (!isFine) faults.push({ pointer, detail });
  };
  const { name, company, email, expectedOn, expectedFrom, expectedUntil } = given;
  check(isName(name), '/name', 'must be 1 to 100 characters with a letter among them');
  check(company === company.trim(), '/company', 'begins or ends with a space');
  check(email === '' || isEmail(email), '/email', 'is not an e-mail address');
  check(given.phone !== undefined, '/phone', 'is not a telephone number, such as +44 20 7946 0018');
  const isDay = isCalendarDate(expectedOn);
  check(isDay, '/expectedOn', 'is not a calendar date, such as 2026-03-02');
  if (isDay) {
    check(expectedOn >= today, '/expectedOn', `is over: at this site it is ${today}`);
    check(daysBefore(expectedOn, daysAhead) <= today, '/expectedOn', 'is more than a year away');
  }
  check(isTimeOfDay(expectedFrom), '/expectedFrom', 'must be a time of day, such as 09:30');
  check(isTimeOfDay(expectedUntil), '/expectedUntil', 'must be a time of day, such as 11:00');
  check(!expectedUntil || expectedFrom < expectedUntil, '/expectedUntil', 'must be after expectedFrom');
  if (faults.length > 0) throw invalidVisitor(faults);
}

/** A name has a letter, no line break, and nothing that turns the direction of what follows. */
export const isName = (text: string): boolean =>
  text.trim() === text &&
  text.length <= 100 &&
  /\p{L}/u.test(text) &&
  !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text);

const isTimeOfDay = (text: string): boolean => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@"<>(),:;\\]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
