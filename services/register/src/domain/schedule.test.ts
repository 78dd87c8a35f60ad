import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenOn, weekdayOf, weekdays, workdays } from './opening.ts';
import { nextDaily, nextReminder, type ReminderSchedule } from './schedule.ts';

const pm: ReminderSchedule = { template: 'reminder_pm', time: '17:00', days: workdays, secondTime: '' };
const london = { timeZone: 'Europe/London', openingDays: [], holidays: [], reminders: [pm] };
const next = (after: string, more: Partial<typeof london> = {}) =>
  nextReminder({ ...london, ...more }, new Date(after))?.at.toISOString();

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

describe('the next reminder', () => {
  it('comes on the day itself, and on the next workday once it was', () => {
    expect(next('2026-03-06T16:59:59Z')).toBe('2026-03-06T17:00:00.000Z');
    expect(next('2026-03-06T17:00:00Z')).toBe('2026-03-09T17:00:00.000Z');
  });

  it('keeps its time on the wall when the clocks change', () => {
    expect(next('2026-03-27T18:00:00Z')).toBe('2026-03-30T16:00:00.000Z');
    expect(next('2026-10-23T18:00:00Z')).toBe('2026-10-26T17:00:00.000Z');
  });

  it('comes right after the change when the clocks skip its time', () => {
    const night: ReminderSchedule = { ...pm, time: '01:30', days: ['sunday'] };
    expect(next('2026-03-28T12:00:00Z', { reminders: [night] })).toBe('2026-03-29T01:30:00.000Z');
  });

  it('comes once when the clocks show its time twice', () => {
    const night: ReminderSchedule = { ...pm, time: '01:30', days: ['sunday'] };
    const first = next('2026-10-24T12:00:00Z', { reminders: [night] });
    expect(first).toBe('2026-10-25T00:30:00.000Z');
    expect(next(String(first), { reminders: [night] })).toBe('2026-11-01T01:30:00.000Z');
  });

  it('comes on the leap day', () => {
    expect(next('2028-02-28T18:00:00Z')).toBe('2028-02-29T17:00:00.000Z');
  });

  it('never comes at a site without schedules, nor at one that is always closed', () => {
    expect(next('2026-03-06T12:00:00Z', { reminders: [] })).toBeUndefined();
    expect(
      nextDaily(
        { ...london, openingDays: ['monday'], holidays: everyMonday() },
        '18:00',
        new Date('2026-03-06T12:00:00Z'),
      ),
    ).toBeUndefined();
  });
});

function everyMonday() {
  const first = Date.UTC(2026, 2, 2);
  return Array.from({ length: 80 }, (_, week) => {
    const date = new Date(first + week * 7 * 86_400_000).toISOString().slice(0, 10);
    return { date, name: '' };
  });
}

/** What the wall shows, by the platform's own calendar. */
const wall = (timeZone: string, at: Date) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}`,
    weekday: String(parts['weekday']).toLowerCase(),
  };
};

describe('a daily time in ten zones', () => {
  const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
  const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
  const two = (n: number): string => String(n).padStart(2, '0');

  it('comes after now, within two days, and shows on the wall unless the clocks skip it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, times, (timeZone, after, [hour, minute]) => {
        const time = `${two(hour)}:${two(minute)}`;
        const found = nextDaily({ ...london, timeZone }, time, after)!;
        expect(found.at > after).toBe(true);
        expect(found.at.getTime() - after.getTime()).toBeLessThanOrEqual(26 * 3_600_000);
        const shown = wall(timeZone, found.at);
        // Where the clocks go forward by up to an hour, the wall shows the time that much later.
        const late = minutesOf(shown.time) - minutesOf(time);
        expect(shown.date === found.date ? late : late + 1_440).toBeLessThanOrEqual(60);
        expect(late === 0 || wall(timeZone, new Date(found.at.getTime() - late * 60_000)).time !== time).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('comes only on days that are open, by the weekday that the wall shows', () => {
    const days = fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, days, (timeZone, after, openingDays) => {
        const found = nextDaily({ ...london, timeZone, openingDays }, '12:00', after)!;
        expect(openingDays).toContain(wall(timeZone, found.at).weekday);
      }),
    );
  });

  it('leaves out nothing: from one to the next is one day on the wall', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (timeZone, after) => {
        const first = nextDaily({ ...london, timeZone }, '12:00', after)!;
        const second = nextDaily({ ...london, timeZone }, '12:00', first.at)!;
        expect(Date.parse(second.date) - Date.parse(first.date)).toBe(86_400_000);
      }),
    );
  });
});

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('opening days', () => {
  it('are all days where none are named', () => {
    expect(isOpenOn({ openingDays: [], holidays: [] }, '2026-03-01')).toBe(true);
  });

  it('leave out holidays', () => {
    expect(isOpenOn({ openingDays: [], holidays: [{ date: '2026-12-25', name: 'Christmas' }] }, '2026-12-25')).toBe(
      false,
    );
  });

  it('go by the weekday', () => {
    expect(weekdayOf('2028-02-29')).toBe('tuesday');
  });
});
