import { describe, expect, it } from 'vitest';
import { localMoment, nextMonday, nextMonthStart } from './calendar.ts';

const zone = 'Asia/Jerusalem';
const after = (iso: string): string => nextMonday(new Date(iso), zone).toISOString();
const quarter = (iso: string, months = 3): string => nextMonthStart(new Date(iso), months, zone).toISOString();

describe('the next Monday', () => {
  it.each([
    ['2026-03-01T12:00:00Z', '2026-03-02T06:00:00.000Z'],
    ['2026-03-02T05:59:59Z', '2026-03-02T06:00:00.000Z'],
    ['2026-03-02T06:00:00Z', '2026-03-09T06:00:00.000Z'],
    // There it is Monday already, and past eight.
    ['2026-03-08T22:30:00Z', '2026-03-09T06:00:00.000Z'],
    // By then it is summer time.
    ['2026-03-27T12:00:00Z', '2026-03-30T05:00:00.000Z'],
  ])('after %s is at eight there: %s', (from, expected) => {
    expect(after(from)).toBe(expected);
  });
});

describe('the next quarter', () => {
  it.each([
    ['2026-03-02T08:00:00Z', 3, '2026-04-01T05:00:00.000Z'],
    ['2026-01-01T05:00:00Z', 3, '2026-01-01T06:00:00.000Z'],
    ['2026-11-15T00:00:00Z', 3, '2027-01-01T06:00:00.000Z'],
    ['2026-03-02T08:00:00Z', 1, '2026-04-01T05:00:00.000Z'],
    ['2026-03-02T08:00:00Z', 12, '2027-01-01T06:00:00.000Z'],
  ])('after %s, each %i months, begins at %s', (from, months, expected) => {
    expect(quarter(from, months)).toBe(expected);
  });
});

describe('a moment', () => {
  it('is written as on the wall there', () => {
    expect(localMoment(new Date('2026-03-31T06:05:00Z'), zone)).toBe('2026-03-31 09:05');
  });
});
