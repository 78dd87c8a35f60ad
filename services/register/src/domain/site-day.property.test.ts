import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteDay } from './site-day.ts';

const zones = [
  'Europe/London',
  'Europe/Lisbon',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
];
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${timeZone} ${Object.keys(options).join()}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-CA', { timeZone, ...options });
  formats.set(key, format);
  return format;
};

/** The date on the wall, by the platform's own calendar: a second computation that shares nothing with the first. */
const wallDate = (timeZone: string, at: Date): string =>
  formatOf(timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

const offsetAt = (timeZone: string, at: number): string =>
  formatOf(timeZone, { timeZoneName: 'longOffset' })
    .formatToParts(at)
    .map(({ type, value }) => (type === 'timeZoneName' ? value : ''))
    .join('');

/** Days of some years on which the clocks change; where they never do, some day. */
const changesIn = (timeZone: string): readonly number[] => {
  const days = Array.from({ length: 7 * 366 }, (_, day) => Date.UTC(2024, 0, 1) + day * dayMs);
  const changes = days.filter((day) => offsetAt(timeZone, day) !== offsetAt(timeZone, day + dayMs));
  return changes.length > 0 ? changes : days.slice(0, 1);
};

const moments = (timeZone: string): fc.Arbitrary<Date> => {
  const near = (days: readonly number[]): fc.Arbitrary<Date> =>
    fc
      .tuple(fc.constantFrom(...days), fc.integer({ min: -2 * hourMs, max: 2 * dayMs }))
      .map(([day, ms]) => new Date(day + ms));
  return fc.oneof(
    fc.date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
    near(changesIn(timeZone)),
    near([Date.UTC(2028, 1, 28, 12)]),
  );
};

describe.each(zones)('a day in %s', (timeZone) => {
  const rule = { timeZone, dayRollover: '00:00' };

  it('has the date on the wall, at every moment', () => {
    fc.assert(
      fc.property(moments(timeZone), (at) => {
        expect(siteDay(rule, at).date).toBe(wallDate(timeZone, at));
      }),
    );
  });

  it('begins and ends where the date on the wall changes', () => {
    fc.assert(
      fc.property(moments(timeZone), (at) => {
        const { date, startsAt, endsAt } = siteDay(rule, at);
        expect([wallDate(timeZone, startsAt), wallDate(timeZone, new Date(endsAt.getTime() - 1))]).toEqual([
          date,
          date,
        ]);
        expect(wallDate(timeZone, new Date(startsAt.getTime() - 1)) < date).toBe(true);
        expect(wallDate(timeZone, endsAt) > date).toBe(true);
      }),
    );
  });

  it('is followed by the next without gap or overlap, whenever the day turns', () => {
    const rollovers = fc.constantFrom('00:00', '01:30', '02:00', '04:00', '23:59');
    fc.assert(
      fc.property(moments(timeZone), rollovers, (at, dayRollover) => {
        const day = siteDay({ timeZone, dayRollover }, at);
        const next = siteDay({ timeZone, dayRollover }, day.endsAt);
        expect(next.startsAt).toEqual(day.endsAt);
        expect(day.startsAt <= at && at < day.endsAt).toBe(true);
        expect(Date.parse(next.date) - Date.parse(day.date)).toBe(dayMs);
      }),
    );
  });
});
