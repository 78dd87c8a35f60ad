import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfDate, daysBefore } from '../site-day.ts';
import { countDay } from './day-counts.ts';
import { type Slot, slotMs } from './occupancy.ts';
import { occupancyReport } from './occupancy-report.ts';
import type { Stay } from './stay.ts';

const rules = [
  { timeZone: 'Europe/London', dayRollover: '00:00' },
  { timeZone: 'Europe/London', dayRollover: '04:00' },
  { timeZone: 'America/New_York', dayRollover: '00:00' },
  { timeZone: 'Australia/Lord_Howe', dayRollover: '00:00' },
  { timeZone: 'Asia/Kathmandu', dayRollover: '03:00' },
];
// Around both changes of the clock, and on an ordinary day.
const firstDays = ['2026-03-28', '2026-10-24', '2026-03-07', '2026-10-31', '2026-04-04', '2026-10-03', '2026-06-10'];
const minuteMs = 60_000;

const site = fc.constantFrom(...rules);
const spans = fc.array(fc.tuple(fc.nat(3 * 1440), fc.nat(960), fc.boolean()), { maxLength: 25 });

/** Stays that begin within three days and last up to sixteen hours. */
function staysIn(days: ReturnType<typeof daysFrom>, made: readonly (readonly [number, number, boolean])[]): Stay[] {
  const start = days[0].startsAt.getTime();
  return made.flatMap(([from, minutes, signsOut], index) => {
    const arrivedAt = new Date(start + from * minuteMs);
    const day = days.find(({ startsAt, endsAt }) => startsAt <= arrivedAt && arrivedAt < endsAt);
    if (!day) return [];
    const endsAt = new Date(arrivedAt.getTime() + minutes * minuteMs);
    const name = `p${index}`;
    const who = { visitId: name, personId: name, displayName: name, kind: 'person', selfDeclared: false } as const;
    return [{ ...who, date: day.date, arrivedAt, endsAt, open: false, ...(signsOut && { leftAt: endsAt }) }];
  });
}

const daysFrom = (rule: (typeof rules)[number], date: string) =>
  [dayOfDate(rule, date), dayOfDate(rule, daysBefore(date, -1)), dayOfDate(rule, daysBefore(date, -2))] as const;

/** The same by asking at every moment at which something changes. */
function bruteForce(stays: readonly Stay[], at: Date): Slot {
  const begin = at.getTime();
  const end = begin + slotMs;
  const within = (time: Date): boolean => time.getTime() >= begin && time.getTime() < end;
  const insideAt = (time: number): number =>
    stays.filter(({ arrivedAt, endsAt }) => arrivedAt.getTime() <= time && time < endsAt.getTime()).length;
  const moments = [
    begin,
    ...stays
      .map(({ arrivedAt }) => arrivedAt)
      .filter(within)
      .map(Number),
  ];
  return {
    at,
    entries: stays.filter(({ arrivedAt }) => within(arrivedAt)).length,
    exits: stays.filter(({ leftAt }) => leftAt && within(leftAt)).length,
    inside: insideAt(end - 1),
    peak: Math.max(...moments.map(insideAt)),
  };
}

const later = new Date('2027-01-01T00:00:00Z');

describe('occupancy over time', () => {
  it('is what asking at every moment gives, also when the clock changes', () => {
    fc.assert(
      fc.property(site, fc.constantFrom(...firstDays), spans, (rule, date, made) => {
        const days = daysFrom(rule, date);
        const stays = staysIn(days, made);
        const { slots } = occupancyReport({ days: [...days], ...rule, now: later, stays, counts: [] });
        expect(slots.at(-1)!.at.getTime() + slotMs).toBe(days[2].endsAt.getTime());
        expect(slots).toEqual(slots.map(({ at }) => bruteForce(stays, at)));
      }),
      { numRuns: 60 },
    );
  });

  it('says the same of a day when its visits are gone and only its counts are left', () => {
    fc.assert(
      fc.property(site, fc.constantFrom(...firstDays), spans, (rule, date, made) => {
        const days = daysFrom(rule, date);
        const stays = staysIn(days, made);
        const about = { days: [...days] as [(typeof days)[0], ...(typeof days)[0][]], ...rule, now: later };
        const before = occupancyReport({ ...about, stays, counts: [] });
        const [first] = days;
        const counts = [
          countDay(
            stays.filter((stay) => stay.date === first.date),
            { siteId: 'vw', ...first },
          ),
        ];
        const after = occupancyReport({ ...about, stays: stays.filter((stay) => stay.date !== first.date), counts });
        const counted = ({ slots }: typeof before) => slots.map(({ peak: _peak, ...slot }) => slot);
        expect(counted(after)).toEqual(counted(before));
        expect(after.averageDwellMinutes).toBe(before.averageDwellMinutes);
        for (const [index, { peak }] of after.slots.entries())
          expect(peak).toBeGreaterThanOrEqual(before.slots[index]!.peak);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['2026-03-29', 92],
    ['2026-10-25', 100],
    ['2026-06-10', 96],
  ])('has on %s as many quarters of an hour as the day has', (date, quarters) => {
    const day = dayOfDate(rules[0]!, date);
    const { slots } = occupancyReport({ days: [day], ...rules[0]!, now: later, stays: [], counts: [] });
    expect(slots).toHaveLength(quarters);
  });

  it('ends with what is known now', () => {
    const day = dayOfDate(rules[0]!, '2026-06-10');
    const now = new Date('2026-06-09T23:20:00Z');
    expect(occupancyReport({ days: [day], ...rules[0]!, now, stays: [], counts: [] }).slots).toHaveLength(2);
  });
});
