import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weekday } from './clock-time.ts';
import { type DigestWindow, windowEnd } from './digest-window.ts';
import { changesOf, dateAfter, firstMinuteAt, wallText, weekdayOf, zones } from './testing.ts';

const end = (window: DigestWindow, zone: string, at: string): string =>
  windowEnd(window, zone, new Date(at)).toISOString();

describe('the window of a digest', () => {
  it.each([
    ['hour', { every: 'hour' }, 'Europe/London', '2026-03-02T09:00:00Z', '2026-03-02T10:00:00.000Z'],
    ['hour half an hour off', { every: 'hour' }, 'Asia/Kolkata', '2026-03-02T09:10:00Z', '2026-03-02T09:30:00.000Z'],
    ['day, before', { every: 'day', at: '17:00' }, 'UTC', '2026-03-02T16:59:59Z', '2026-03-02T17:00:00.000Z'],
    ['day, at its end', { every: 'day', at: '17:00' }, 'UTC', '2026-03-02T17:00:00Z', '2026-03-03T17:00:00.000Z'],
    [
      'day, in summer',
      { every: 'day', at: '17:00' },
      'Europe/London',
      '2026-07-02T09:00:00Z',
      '2026-07-02T16:00:00.000Z',
    ],
    ['week', { every: 'week', weekday: 5, at: '08:00' }, 'UTC', '2026-03-02T09:00:00Z', '2026-03-06T08:00:00.000Z'],
    [
      'week, at its end',
      { every: 'week', weekday: 5, at: '08:00' },
      'UTC',
      '2026-03-06T08:00:00Z',
      '2026-03-13T08:00:00.000Z',
    ],
  ] as const)('closes at the end of the %s', (_what, window, zone, at, expected) => {
    expect(end(window, zone, at)).toBe(expected);
  });

  it.each(zones)('closes when the wall shows its time, whatever the clocks do, in %s', (zone) => {
    const times = fc.constantFrom('00:00', '01:30', '02:00', '02:30', '08:00', '23:59');
    const moments = fc
      .tuple(fc.constantFrom(...changesOf(zone)), fc.integer({ min: -24 * 60, max: 48 * 60 }))
      .map(([day, minutes]) => day + minutes * 60_000);
    const weekdays = fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined });
    fc.assert(
      fc.property(times, moments, weekdays, (time, at, weekday) => {
        const window: DigestWindow = weekday
          ? { every: 'week', weekday: weekday as Weekday, at: time }
          : { every: 'day', at: time };
        const today = wallText(zone, at).slice(0, 10);
        const ends = Array.from({ length: 9 }, (_, day) => dateAfter(today, day))
          .filter((date) => !weekday || weekdayOf(date) === weekday)
          .map((date) => firstMinuteAt(zone, date, time));
        expect(windowEnd(window, zone, new Date(at)).getTime()).toBe(ends.find((one) => one > at));
      }),
      { numRuns: 60 },
    );
  });
});
