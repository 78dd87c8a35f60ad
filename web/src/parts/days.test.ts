import { describe, expect, it } from 'vitest';
import { dayPlus, daysBetween, daysFrom } from './days.ts';
import { isDay } from './is-day.ts';

describe('days of the calendar', () => {
  it.each([
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-12-31', 1, '2027-01-01'],
  ])('%s and %i is %s', (day, days, then) => {
    expect(dayPlus(day, days)).toBe(then);
  });

  it('are counted with both ends, over a change of the clocks too', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(3);
  });

  it('are each named, of a range that goes backwards none', () => {
    expect(daysFrom('2026-02-28', '2026-03-01')).toEqual(['2026-02-28', '2026-03-01']);
    expect(daysFrom('2026-03-02', '2026-03-01')).toEqual([]);
  });

  it.each([
    ['2026-03-02', true],
    ['2026-3-2', false],
    ['2026-13-02', false],
    ['2026-02-30', false],
    ['2028-02-29', true],
    [20260302, false],
  ])('%s is one: %s', (day, is) => {
    expect(isDay(day)).toBe(is);
  });
});
