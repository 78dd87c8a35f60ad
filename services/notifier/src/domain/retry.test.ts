import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilingMs, MAX_TRIES, nextTryAt } from './retry.ts';
import { later, nine } from './testing.ts';

const asked = (tries: number) => ({ tries, requestedAt: nine });

describe('the next try', () => {
  it('waits under a ceiling that grows from two seconds to six hours', () => {
    expect([1, 2, 3, 4, 11].map((tries) => ceilingMs(asked(tries)))).toEqual([
      2_000, 6_000, 18_000, 54_000, 21_600_000,
    ]);
  });

  it('is anywhere below the ceiling, so that a crowd does not come back at once', () => {
    expect(nextTryAt(asked(2), undefined, nine, 0)).toEqual(nine);
    expect(nextTryAt(asked(2), undefined, nine, 0.5)).toEqual(later(3));
  });

  it('is never before the provider allows it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 0, max: 3_600 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (tries, wait, random) => {
          const next = nextTryAt(asked(tries), wait, nine, random);
          expect(next?.getTime()).toBeGreaterThanOrEqual(later(wait).getTime());
        },
      ),
    );
  });

  it('fits twelve of them into a day at the slowest', () => {
    let at = nine;
    for (let tries = 1; tries < MAX_TRIES; tries += 1) {
      const next = nextTryAt(asked(tries), undefined, at, 0.999_999);
      expect(next).toBeDefined();
      at = next ?? at;
    }
    expect(at.getTime() - nine.getTime()).toBeLessThan(24 * 3_600_000);
    expect(nextTryAt(asked(MAX_TRIES), undefined, at, 0)).toBeUndefined();
  });

  it('is never more than half a minute away for a code or a notice, as long as that is good', () => {
    const code = { requestedAt: nine, expiresAt: later(15 * 60) };

    expect(ceilingMs({ ...code, tries: 9 })).toBe(30_000);
    expect(nextTryAt({ ...code, tries: 40 }, undefined, later(600), 0.999)).toEqual(later(629.97));
  });

  it('is not more than a day after the message was asked for', () => {
    expect(nextTryAt(asked(3), 90_000, nine, 0)).toBeUndefined();
  });
});

describe('the next try in an emergency', () => {
  const urgent = (tries: number) => ({ ...asked(tries), lane: 'emergency' as const });

  it('comes within moments, and within a minute even after half an hour', () => {
    expect([1, 2, 3, 4, 6, 30, 31].map((tries) => ceilingMs(urgent(tries)))).toEqual([
      500, 1_000, 2_000, 4_000, 10_000, 10_000, 60_000,
    ]);
  });

  it('comes far oftener than twelve times', () => {
    expect(nextTryAt(urgent(MAX_TRIES), undefined, nine, 0.5)).toEqual(later(5));
    expect(nextTryAt(urgent(119), undefined, nine, 0.5)).toEqual(later(30));
    expect(nextTryAt(urgent(120), undefined, nine, 0.5)).toBeUndefined();
  });

  it('still waits for as long as the provider asks', () => {
    expect(nextTryAt(urgent(1), 7, nine, 0)).toEqual(later(7));
  });
});
