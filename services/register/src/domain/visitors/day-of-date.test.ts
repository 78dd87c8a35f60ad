import { describe, expect, it } from 'vitest';
import { siteDay } from '../site-day.ts';
import { dayOfDate } from './day-of-date.ts';

describe('the day of a date', () => {
  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London', 'America/New_York', 'Asia/Kolkata'])(
    'is the one of that name in %s, also where clocks change',
    (timeZone) => {
      for (const date of ['2026-03-08', '2026-03-29', '2026-10-25', '2028-02-29']) {
        for (const dayRollover of ['00:00', '04:30', '23:59']) {
          expect(dayOfDate(siteDay, { timeZone, dayRollover }, date).date).toBe(date);
        }
      }
    },
  );
});
