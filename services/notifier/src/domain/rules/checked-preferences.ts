import { AppError, type FieldError } from '@guildhall/kernel';
import { isClockTime, isTimeZone } from './clock-time.ts';
import type { Preferences } from './preferences.ts';

/** The same where it makes sense. Throws `notifier.invalid_preferences` with a pointer to each field that does not. */
export function checkedPreferences(wanted: Preferences): Preferences {
  const errors: FieldError[] = [];
  const refuse = (pointer: string, detail: string): void => void errors.push({ pointer, detail });
  if (wanted.timeZone && !isTimeZone(wanted.timeZone)) {
    refuse('/timeZone', 'is no time zone such as "Europe/London"');
  }
  wanted.quietHours?.forEach(({ from, to }, index) => {
    if (!isClockTime(from)) refuse(`/quietHours/spans/${index}/from`, 'is no time such as "22:00"');
    if (!isClockTime(to)) refuse(`/quietHours/spans/${index}/to`, 'is no time such as "07:00"');
  });
  Object.values(wanted.digests).forEach((window, index) => {
    if (typeof window !== 'object' || window.every === 'hour') return;
    if (!isClockTime(window.at)) refuse(`/digests/${index}/at`, 'is required, such as "17:00"');
    const isWeekday = window.every === 'day' || (window.weekday >= 1 && window.weekday <= 7);
    if (!isWeekday) refuse(`/digests/${index}/weekday`, 'is required, 1 for Monday');
  });
  if (errors.length === 0) return wanted;
  throw new AppError('invalid', 'notifier.invalid_preferences', 'These preferences cannot be kept.', { errors });
}
