import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkClientDate, checkedDate, daysBefore, daysBetween, isTimeZone, siteDay, siteDays } from './site-day.ts';

const london = { timeZone: 'Europe/London', dayRollover: '00:00' };
const zones = [
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'UTC',
];

const rules = fc.record({
  timeZone: fc.constantFrom(...zones),
  dayRollover: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
});
const moments = fc.date({ min: new Date('2009-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });

describe('the day at a site', () => {
  it('is the one of its zone, not of UTC (7)', () => {
    expect(siteDay(london, new Date('2026-07-01T23:30:00Z')).date).toBe('2026-07-02');
  });

  it('ends at local midnight, in summer and in winter', () => {
    expect(siteDay(london, new Date('2026-07-01T12:00:00Z')).endsAt).toEqual(new Date('2026-07-01T23:00:00Z'));
    expect(siteDay(london, new Date('2026-03-02T17:00:00Z')).endsAt).toEqual(new Date('2026-03-03T00:00:00Z'));
  });

  it('is 23 hours long when summer time begins and 25 when it ends', () => {
    const hours = (at: string): number => {
      const { startsAt, endsAt } = siteDay(london, new Date(at));
      return (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
    };
    expect([hours('2026-03-29T12:00:00Z'), hours('2026-10-25T12:00:00Z')]).toEqual([23, 25]);
  });

  it('belongs to the evening before while the rollover is still to come', () => {
    const rule = { ...london, dayRollover: '04:00' };
    expect(siteDay(rule, new Date('2026-03-03T03:59:59.999Z')).date).toBe('2026-03-02');
    expect(siteDay(rule, new Date('2026-03-03T04:00:00Z')).date).toBe('2026-03-03');
  });

  it('begins right after a clock change that skips the rollover', () => {
    const rule = { ...london, dayRollover: '01:30' };
    expect(siteDay(rule, new Date('2026-03-29T12:00:00Z')).startsAt).toEqual(new Date('2026-03-29T01:30:00Z'));
  });

  it('begins once when the rollover comes twice', () => {
    const rule = { ...london, dayRollover: '01:30' };
    expect(siteDay(rule, new Date('2026-10-25T01:15:00Z')).startsAt).toEqual(new Date('2026-10-25T00:30:00Z'));
  });

  it('holds every moment, whatever the zone and the rollover', () => {
    fc.assert(
      fc.property(rules, moments, (rule, at) => {
        const { startsAt, endsAt } = siteDay(rule, at);
        return startsAt <= at && at < endsAt;
      }),
    );
  });

  it('is followed at its end by the next one', () => {
    fc.assert(
      fc.property(rules, moments, (rule, at) => {
        const today = siteDay(rule, at);
        const tomorrow = siteDay(rule, today.endsAt);
        return tomorrow.startsAt.getTime() === today.endsAt.getTime() && tomorrow.date > today.date;
      }),
    );
  });

  it('is the same when remembered as when computed', () => {
    const remembering = siteDays();
    fc.assert(
      fc.property(rules, moments, (rule, at) => {
        expect(remembering(rule, at)).toEqual(siteDay(rule, at));
        expect(remembering(rule, at)).toEqual(siteDay(rule, at));
      }),
    );
  });
});

describe('dates that are given', () => {
  it.each(['2026-3-2', '02/03/2026', '2026-02-30', '20260302', '2026-03-02T00:00', ''])('refuses %s', (text) => {
    expect(() => checkedDate(text, 'from')).toThrow(
      expect.objectContaining({ kind: 'malformed', code: 'register.bad_date' }),
    );
  });

  it('accepts a calendar date', () => {
    expect(checkedDate('2028-02-29', 'from')).toBe('2028-02-29');
  });

  it('refuses a page of another day and says which day it is', () => {
    expect(() => checkClientDate('2026-07-01', '2026-07-02')).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'register.wrong_date', details: { today: '2026-07-02' } }),
    );
  });

  it('takes no date for any date', () => {
    expect(() => checkClientDate('', '2026-07-02')).not.toThrow();
  });

  it('counts days across months', () => {
    expect(daysBefore('2026-03-02', 30)).toBe('2026-01-31');
    expect(daysBetween('2026-01-31', '2026-03-02')).toBe(30);
  });
});

describe('time zones', () => {
  it.each(['Europe/London', 'UTC', 'Asia/Kathmandu'])('knows %s', (zone) => expect(isTimeZone(zone)).toBe(true));
  it.each(['Europe/Vauxhall', '+01:00', '', 'London; DROP'])('refuses "%s"', (zone) =>
    expect(isTimeZone(zone)).toBe(false),
  );
});
