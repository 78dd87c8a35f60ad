import { AppError, type ErrorKind, isErrorKind, isTransient, statusOf } from '@guildhall/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictOn } from './verdict.ts';

const patience = { maxAttempts: 12, patienceMs: 3_600_000 };
const refusal = (kind: ErrorKind, retryAfterSeconds?: number) =>
  new AppError(kind, 'test.reason', 'Because.', retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
const kinds = Object.keys(statusOf).filter(isErrorKind);
const delayOf = (error: unknown, attempt: number, chance = 1): number => {
  const verdict = verdictOn(error, { attempt, ageMs: 0 }, patience, chance);
  return verdict.kind === 'retry' ? verdict.delayMs : Number.NaN;
};

describe('what becomes of a message that failed', () => {
  it.each(kinds.filter((kind) => !isTransient(kind)))('%s: a dead letter at once', (kind) => {
    expect(verdictOn(refusal(kind), { attempt: 1, ageMs: 0 }, patience)).toEqual({ kind: 'dead-letter' });
  });

  it.each(kinds.filter(isTransient))('%s: waited out, then a dead letter', (kind) => {
    const verdict = (attempt: number, ageMs: number) => verdictOn(refusal(kind), { attempt, ageMs }, patience).kind;
    expect(verdict(100, 3_599_999)).toBe('retry');
    expect(verdict(11, 9_999_999)).toBe('retry');
    expect(verdict(12, 3_600_000)).toBe('dead-letter');
  });

  it('anything unexpected: repeated until the attempts are used up', () => {
    expect(verdictOn(new Error('x'), { attempt: 11, ageMs: 0 }, patience).kind).toBe('retry');
    expect(verdictOn(new Error('x'), { attempt: 12, ageMs: 0 }, patience).kind).toBe('dead-letter');
  });

  it('waits twice as long each time, up to a minute', () => {
    expect([1, 2, 3, 4].map((attempt) => delayOf(new Error('x'), attempt))).toEqual([250, 500, 1_000, 2_000]);
    expect(delayOf(refusal('unavailable'), 40)).toBe(60_000);
  });

  it('comes back sooner when someone was merely faster', () => {
    expect(delayOf(refusal('stale'), 1)).toBe(25);
  });

  it('never comes back before the time that was stated', () => {
    expect(delayOf(refusal('rate-limited', 90), 1)).toBe(90_000);
  });

  it('spreads what failed together over half of the delay', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
        const longest = delayOf(refusal('unavailable'), attempt, 1);
        const delay = delayOf(refusal('unavailable'), attempt, chance);
        expect(delay).toBeGreaterThanOrEqual(longest / 2);
        expect(delay).toBeLessThanOrEqual(longest);
      }),
    );
  });
});
