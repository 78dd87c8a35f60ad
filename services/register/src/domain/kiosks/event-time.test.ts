import { describe, expect, it } from 'vitest';
import { notAfter, timeFault } from './event-time.ts';

const now = new Date('2026-03-04T09:00:00Z');
const off = (ms: number) => new Date(now.getTime() + ms);

describe('the time of an event', () => {
  it.each([
    [-72 * 3_600_000, undefined],
    [-72 * 3_600_000 - 1, 'old'],
    [120_000, undefined],
    [120_001, 'future'],
  ])('that is %i ms off is %s', (ms, fault) => {
    expect(timeFault(off(ms), now)).toBe(fault);
  });

  it('is never later than now', () => {
    expect([notAfter(off(1), now), notAfter(off(-1), now)]).toEqual([now, off(-1)]);
  });
});
