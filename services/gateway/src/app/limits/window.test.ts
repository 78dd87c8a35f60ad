import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { take } from './window.ts';

const limit = { count: 3, windowSeconds: 60 };
const at = (second: number): number => second * 1_000;

describe('a sliding window', () => {
  it('lets as many through as it says, and not one more', () => {
    let hits: readonly number[] = [];
    const allowed = [0, 1, 2, 3].map((second) => {
      const taken = take(hits, at(second), limit);
      hits = taken.hits;
      return taken.standing.isAllowed;
    });
    expect(allowed).toEqual([true, true, true, false]);
  });

  it('counts down what remains', () => {
    expect(take([at(0)], at(1), limit).standing).toEqual({ isAllowed: true, remaining: 1, resetSeconds: 59 });
  });

  it('makes room again when the oldest request is a whole window old', () => {
    const hits = [at(0), at(1), at(2)];
    expect(take(hits, at(59.999), limit).standing.isAllowed).toBe(false);
    expect(take(hits, at(60), limit).standing.isAllowed).toBe(true);
  });

  it('says when there will be room', () => {
    expect(take([at(0), at(10), at(20)], at(30), limit).standing).toMatchObject({ remaining: 0, resetSeconds: 30 });
  });

  it('does not hold a refused request against the caller', () => {
    const hits = [at(0), at(1), at(2)];
    expect(take(hits, at(3), limit).hits).toEqual(hits);
  });

  it('forgets hits of the future after the clock was set back', () => {
    expect(take([at(5_000), at(5_001), at(5_002)], at(0), limit).standing.isAllowed).toBe(true);
  });

  it('never lets more through in any window, however the requests come', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(gaps, (steps) => {
        let now = 0;
        let hits: readonly number[] = [];
        const passed: number[] = [];
        for (const step of steps) {
          now += step;
          const taken = take(hits, now, limit);
          hits = taken.hits;
          if (taken.standing.isAllowed) passed.push(now);
        }
        return passed.every((start) => passed.filter((one) => one >= start && one < start + 60_000).length <= 3);
      }),
    );
  });
});
