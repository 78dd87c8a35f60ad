import { describe, expect, it } from 'vitest';
import type { Weekday } from './clock-time.ts';
import { type QuietSpan, quietUntil } from './quiet-hours.ts';

const every = (from: string, to: string): readonly QuietSpan[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday: weekday as Weekday, from, to }));
const until = (spans: readonly QuietSpan[], zone: string, at: string): string | undefined =>
  quietUntil(spans, zone, new Date(at))?.toISOString();

describe('quiet hours', () => {
  const night = every('22:00', '07:00');

  it.each([
    ['before they begin', '2026-03-02T21:59:59Z', undefined],
    ['as they begin', '2026-03-02T22:00:00Z', '2026-03-03T07:00:00.000Z'],
    ['after midnight', '2026-03-03T03:00:00Z', '2026-03-03T07:00:00.000Z'],
    ['as they end', '2026-03-03T07:00:00Z', undefined],
  ])('%s', (_when, at, expected) => {
    expect(until(night, 'Europe/London', at)).toBe(expected);
  });

  it('are those of the reader’s zone', () => {
    expect(until(night, 'America/New_York', '2026-03-02T22:30:00Z')).toBeUndefined();
    expect(until(night, 'America/New_York', '2026-03-03T04:00:00Z')).toBe('2026-03-03T12:00:00.000Z');
  });

  it('are an hour shorter when the clocks go forward, and longer when they go back', () => {
    expect(until(night, 'Europe/London', '2026-03-28T22:00:00Z')).toBe('2026-03-29T06:00:00.000Z');
    expect(until(night, 'Europe/London', '2026-10-24T21:00:00Z')).toBe('2026-10-25T07:00:00.000Z');
  });

  it('that end in the hour which is left out end with the change', () => {
    expect(until(every('22:00', '01:30'), 'Europe/London', '2026-03-29T00:30:00Z')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('that end in the hour which comes twice end the first time', () => {
    expect(until(every('22:00', '01:30'), 'Europe/London', '2026-10-25T00:10:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(until(every('22:00', '01:30'), 'Europe/London', '2026-10-25T01:10:00Z')).toBeUndefined();
  });

  it('follow each other without a gap', () => {
    const weekend: readonly QuietSpan[] = [
      { weekday: 6, from: '00:00', to: '00:00' },
      { weekday: 7, from: '00:00', to: '00:00' },
    ];
    expect(until(weekend, 'UTC', '2026-03-07T12:00:00Z')).toBe('2026-03-09T00:00:00.000Z');
    expect(until(weekend, 'UTC', '2026-03-06T12:00:00Z')).toBeUndefined();
  });

  it('of all days all day hold a message for a week or so, not for ever', () => {
    expect(until(every('00:00', '00:00'), 'UTC', '2026-03-02T12:00:00Z')).toBe('2026-03-10T00:00:00.000Z');
  });
});
