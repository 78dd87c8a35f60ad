import { describe, expect, it } from 'vitest';
import { isDay, orgDays, weekOf } from './org-day.ts';

const days = orgDays('Asia/Jerusalem');

describe('a day of the organisation', () => {
  it('begins and ends in its own zone', () => {
    expect(days.startOf('2026-03-02').toISOString()).toBe('2026-03-01T22:00:00.000Z');
    expect(days.endOf('2026-03-02').toISOString()).toBe('2026-03-02T22:00:00.000Z');
    expect(days.dayOf(new Date('2026-03-01T22:00:00Z'))).toBe('2026-03-02');
  });

  it('has its times, in summer as in winter', () => {
    expect(days.at('2026-03-02', '03:15').toISOString()).toBe('2026-03-02T01:15:00.000Z');
    expect(days.at('2026-07-02', '03:15').toISOString()).toBe('2026-07-02T00:15:00.000Z');
  });

  it('has a next time for one that the clocks leave out', () => {
    expect(days.at('2026-03-27', '02:30').toISOString()).toBe('2026-03-27T00:30:00.000Z');
  });

  it('is of the week that its Monday is of', () => {
    expect(['2026-03-01', '2026-03-02', '2026-03-08'].map(weekOf)).toEqual(['2026-02-23', '2026-03-02', '2026-03-02']);
  });

  it.each(['zzz', '2026-02-30', '2026-3-1', '', '2026-03-01T00:00'])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});
