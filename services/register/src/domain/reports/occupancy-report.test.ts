import { describe, expect, it } from 'vitest';
import { dayOfDate } from '../site-day.ts';
import { occupancyReport } from './occupancy-report.ts';
import { aStay } from './testing.ts';

const rule = { timeZone: 'Europe/London', dayRollover: '00:00' };
// Two Mondays.
const mondays = [dayOfDate(rule, '2026-03-02'), dayOfDate(rule, '2026-03-09')] as const;
const stays = [
  aStay('Ada', '09:00', '12:00'),
  aStay('Bob', '09:05', '10:05'),
  aStay('Ada', '09:00', undefined, { date: '2026-03-09' }),
];
const now = new Date('2026-04-01T00:00:00Z');
const first = occupancyReport({ days: [mondays[0]], ...rule, now, stays: stays.slice(0, 2), counts: [] });

describe('the occupancy of some days', () => {
  it('names the most at once, and when that was', () => {
    expect(first).toMatchObject({ peak: 2, peakAt: new Date('2026-03-02T09:00:00Z') });
  });

  it('averages how long those stayed who signed out', () => {
    expect(first.averageDwellMinutes).toBe(120);
  });

  it('shows what a weekday looks like, by the hour on the clock of the site', () => {
    const [monday] = first.weekdays;
    expect(monday).toMatchObject({ weekday: 'monday', days: 1, averageEntries: 2, averagePeak: 2 });
    expect(monday?.hours.slice(8, 13)).toEqual([0, 2, 2, 1, 0]);
  });

  it('says nothing of a stay nobody ended when it averages', () => {
    const [, second] = mondays;
    const report = occupancyReport({ days: [second], ...rule, now, stays: stays.slice(2), counts: [] });
    expect(report).not.toHaveProperty('averageDwellMinutes');
    expect(report.peak).toBe(1);
  });
});
