import { describe, expect, it } from 'vitest';
import { fromLocal, toLocal } from './local-time.ts';

describe('a time on the clock of a site', () => {
  it('is what the clocks there show', () => {
    expect(toLocal('2026-07-01T16:05:00Z', 'Europe/London')).toBe('2026-07-01T17:05');
  });

  it.each(['Europe/London', 'America/New_York', 'Asia/Kolkata', 'UTC'])('comes back as it was in %s', (zone) => {
    expect(fromLocal(toLocal('2026-07-01T16:05:00.000Z', zone), zone)).toBe('2026-07-01T16:05:00.000Z');
  });

  it('is right on the evening after the clocks changed', () => {
    expect(fromLocal('2026-03-29T17:00', 'Europe/London')).toBe('2026-03-29T16:00:00.000Z');
    expect(fromLocal('2026-10-25T17:00', 'Europe/London')).toBe('2026-10-25T17:00:00.000Z');
  });

  it('is nothing while it is being typed', () => {
    expect(fromLocal('', 'UTC')).toBeUndefined();
  });
});
