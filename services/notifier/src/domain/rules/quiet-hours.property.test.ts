import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weekday } from './clock-time.ts';
import { type QuietSpan, quietUntil } from './quiet-hours.ts';
import { changesOf, dateAfter, firstMinuteAt, wallText, weekdayOf, zones } from './testing.ts';

const HOUR_MS = 3_600_000;

/** When the quiet is over, from what the wall shows minute by minute. */
function byTheWall(spans: readonly QuietSpan[], timeZone: string, at: number): number | undefined {
  const today = wallText(timeZone, at).slice(0, 10);
  const found = Array.from({ length: 9 }, (_, day) => dateAfter(today, day - 1)).flatMap((date) =>
    spans
      .filter(({ weekday }) => weekday === weekdayOf(date))
      .map(({ from, to }) => ({
        from: firstMinuteAt(timeZone, date, from),
        to: firstMinuteAt(timeZone, to > from ? date : dateAfter(date, 1), to),
      })),
  );
  const endAfter = (moment: number): number =>
    Math.max(moment, ...found.filter(({ from, to }) => from <= moment && moment < to).map(({ to }) => to));
  let end = endAfter(at);
  while (endAfter(end) > end) end = endAfter(end);
  return end > at ? end : undefined;
}

const clockTimes = fc.constantFrom(
  '00:00',
  '01:00',
  '01:30',
  '02:00',
  '02:15',
  '02:30',
  '03:00',
  '07:00',
  '22:00',
  '23:59',
);
const spans = fc.uniqueArray(
  fc.record({ weekday: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday), from: clockTimes, to: clockTimes }),
  { maxLength: 7, selector: ({ weekday }) => weekday },
);
const nightly: readonly QuietSpan[] = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
  weekday,
  from: '22:00',
  to: '07:00',
}));

describe.each(zones)('quiet hours in %s', (timeZone) => {
  const changes = changesOf(timeZone);
  const moments = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -30 * 60, max: 54 * 60 }))
    .map(([day, minutes]) => day + minutes * 60_000);

  it('end when the wall says so, on both sides of every change of the clocks', () => {
    fc.assert(
      fc.property(spans, moments, (quiet, at) => {
        const expected = byTheWall(quiet, timeZone, at);
        expect(quietUntil(quiet, timeZone, new Date(at))?.getTime()).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('of every night end at seven on the wall, and it is never quiet at noon', () => {
    for (const change of changes) {
      for (let at = change - 24 * HOUR_MS; at < change + 48 * HOUR_MS; at += HOUR_MS / 2) {
        const end = quietUntil(nightly, timeZone, new Date(at));
        const time = wallText(timeZone, at).slice(11);
        expect([time, end !== undefined]).toEqual([time, time >= '22:00' || time < '07:00']);
        expect(end ? wallText(timeZone, end.getTime()).slice(11) : '07:00').toBe('07:00');
      }
    }
  });
});
