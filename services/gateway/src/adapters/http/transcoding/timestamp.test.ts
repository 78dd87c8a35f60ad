import { describe, expect, it } from 'vitest';
import type { Faults } from './faults.ts';
import { readDuration, readTimestamp, writeDuration, writeTimestamp } from './timestamp.ts';

function through(text: unknown): string | undefined {
  const faults: Faults = [];
  const time = readTimestamp(text, faults);
  return time && writeTimestamp(time);
}

describe('a time', () => {
  it.each([
    ['2026-03-02T08:30:00Z', '2026-03-02T08:30:00.000Z'],
    ['2026-03-02T08:30:00.5Z', '2026-03-02T08:30:00.500Z'],
    ['2026-03-02T08:30:00.123456789Z', '2026-03-02T08:30:00.123456789Z'],
    ['2026-03-02T09:30:00+01:00', '2026-03-02T08:30:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    ['1969-12-31T23:59:59.5Z', '1969-12-31T23:59:59.500Z'],
  ])('%s is %s', (given, expected) => {
    expect(through(given)).toBe(expected);
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-03-02',
    '2026-03-02T08:30:00',
    '2026-03-02 08:30:00Z',
    '2026-03-02T25:00:00Z',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+01:00',
    'tomorrow',
    '',
    1_772_440_200,
    null,
  ])('%j is none', (given) => {
    expect(through(given)).toBeUndefined();
  });
});

describe('a duration', () => {
  it.each(['0s', '90s', '1.500000000s', '-1.500000000s', '-0.000000001s'])('%s stays what it is', (text) => {
    const duration = readDuration(text, []);
    expect(duration && writeDuration(duration)).toBe(text);
  });

  it.each(['90', '1m', 's', 90])('%j is none', (given) => {
    expect(readDuration(given, [])).toBeUndefined();
  });
});
