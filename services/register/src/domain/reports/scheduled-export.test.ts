import { describe, expect, it } from 'vitest';
import { afterRun, daysOfPeriod, type ExportSettings, nextOccasion, withSettings } from './scheduled-export.ts';

const settings: ExportSettings = {
  name: 'Week',
  kind: 'visits',
  format: 'csv',
  period: 'week-before',
  time: '07:00',
  weekdays: ['monday'],
  dayOfMonth: 0,
  personIds: [],
  emails: ['facilities@example.org'],
  paused: false,
};
const london = 'Europe/London';
const blank = { id: 'e1', version: 0, siteId: 'vw', runs: [] };
const tuesday = new Date('2026-03-03T12:00:00Z');
const run = { at: tuesday, from: '', to: '', rows: 0, recipients: 1, tooLarge: false };

describe('an export that is mailed by a schedule', () => {
  it('comes on its weekdays, by the clock of the site', () => {
    expect(nextOccasion(settings, london, tuesday)).toEqual({
      date: '2026-03-09',
      at: new Date('2026-03-09T07:00:00Z'),
    });
    const summer = new Date('2026-03-30T06:00:00Z');
    expect(nextOccasion(settings, london, summer)?.at).toEqual(new Date('2026-04-06T06:00:00Z'));
  });

  it('comes on the last day of a month that is too short', () => {
    const monthly = { ...settings, weekdays: [], dayOfMonth: 31 };
    expect(nextOccasion(monthly, london, new Date('2026-02-01T00:00:00Z'))?.date).toBe('2026-02-28');
    expect(nextOccasion(monthly, london, new Date('2026-02-28T07:00:00Z'))?.date).toBe('2026-03-31');
  });

  it('does not come while it is paused', () => {
    expect(withSettings(blank, { ...settings, paused: true }, london, tuesday)).not.toHaveProperty('next');
  });

  it('goes on after a run, and stays where it was after one by hand', () => {
    const entry = withSettings(blank, settings, london, tuesday);
    const monday = new Date('2026-03-09T07:00:00Z');
    expect(afterRun(entry, { ...run, date: '2026-03-09', byHand: false }, london, monday).next?.date).toBe(
      '2026-03-16',
    );
    expect(afterRun(entry, { ...run, date: '2026-03-03', byHand: true }, london, tuesday).next?.date).toBe(
      '2026-03-09',
    );
  });

  it.each([
    [{ time: '7:00' }, '/export/time'],
    [{ weekdays: [] }, '/export/weekdays'],
    [{ dayOfMonth: 3 }, '/export/dayOfMonth'],
    [{ emails: [] }, '/export/emails'],
    [{ emails: ['nobody'] }, '/export/emails/0'],
  ])('is refused with %j', (wrong, pointer) => {
    expect(() => withSettings(blank, { ...settings, ...wrong }, london, tuesday)).toThrow(
      expect.objectContaining({ code: 'register.invalid_export', errors: [expect.objectContaining({ pointer })] }),
    );
  });

  it.each([
    ['same-day', '2026-03-01', '2026-03-01'],
    ['day-before', '2026-02-28', '2026-02-28'],
    ['week-before', '2026-02-22', '2026-02-28'],
    ['month-before', '2026-02-01', '2026-02-28'],
  ] as const)('is, for the period %s, about %s to %s', (period, from, to) => {
    expect(daysOfPeriod(period, '2026-03-01')).toEqual({ from, to });
  });
});
