import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstCompleteMoment, firstDateToRead } from './audit-window.ts';
import { siteDay } from './site-day.ts';
import { visitEnd } from './visit.ts';

const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });
const zones = fc.constantFrom(
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Europe/London',
  'Pacific/Chatham',
  'America/St_Johns',
);

it('reads about the last three days', () => {
  const moment = new Date('2026-03-05T12:00:00Z');
  expect(firstDateToRead(moment)).toBe('2026-03-02');
  expect(firstCompleteMoment(moment)).toEqual(new Date('2026-03-04T04:00:00Z'));
});

it('misses no entry, for visits of earlier days ended before', () => {
  fc.assert(
    fc.property(
      moments,
      moments,
      zones,
      fc.constantFrom('00:00', '23:59', '04:00'),
      (asked, since, timeZone, dayRollover) => {
        const day = siteDay({ timeZone, dayRollover }, since);
        const end = visitEnd({ carryOver: true }, day, since);
        return day.date >= firstDateToRead(asked) || end < firstCompleteMoment(asked);
      },
    ),
  );
});

it('misses none at the edge either', () => {
  const edge = fc.integer({ min: -5 * 24 * 60, max: 24 * 60 });
  fc.assert(
    fc.property(moments, edge, zones, fc.constantFrom('00:00', '23:59'), (asked, minutes, timeZone, dayRollover) => {
      const since = new Date(asked.getTime() + minutes * 60_000);
      const day = siteDay({ timeZone, dayRollover }, since);
      const end = visitEnd({ carryOver: true }, day, since);
      return day.date >= firstDateToRead(asked) || end < firstCompleteMoment(asked);
    }),
    { numRuns: 500 },
  );
});
