import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Challenge, limits, nextChallengeAt, secondsUntil, stateOf } from './challenge.ts';

const at = new Date('2026-03-02T08:55:00Z');
const after = (milliseconds: number): Date => new Date(at.getTime() + milliseconds);
const challenge: Challenge = {
  id: 'c',
  codeHash: 'h',
  createdAt: at,
  expiresAt: after(limits.codeLifeMs),
  attempts: 0,
  delivery: 'pending',
};

describe('stateOf', () => {
  it('says what became of the message while the code lives', () => {
    expect(stateOf(challenge, at)).toBe('pending');
    expect(stateOf({ ...challenge, delivery: 'sent' }, at)).toBe('sent');
    expect(stateOf({ ...challenge, delivery: 'failed' }, at)).toBe('send_failed');
  });

  it('is expired at the moment of expiresAt, and when a newer code replaced it', () => {
    expect(stateOf(challenge, after(limits.codeLifeMs - 1))).toBe('pending');
    expect(stateOf(challenge, after(limits.codeLifeMs))).toBe('expired');
    expect(stateOf({ ...challenge, end: { how: 'replaced', at } }, at)).toBe('expired');
  });

  it('stays consumed for good', () => {
    expect(stateOf({ ...challenge, end: { how: 'consumed', at } }, after(limits.codeLifeMs))).toBe('consumed');
  });
});

describe('nextChallengeAt', () => {
  it('asks for half a minute between two codes', () => {
    expect(nextChallengeAt([at], after(29_999))).toEqual(after(30_000));
    expect(nextChallengeAt([at], after(30_000))).toBeUndefined();
  });

  it('never allows more than five codes within any hour', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600_000 }), { maxLength: 60 }), (waits) => {
        const granted: Date[] = [];
        let now = at.getTime();
        for (const wait of waits) {
          now += wait;
          if (!nextChallengeAt(granted, new Date(now))) granted.push(new Date(now));
        }
        for (const one of granted) {
          const within = granted.filter((other) => other >= one && other.getTime() - one.getTime() < limits.windowMs);
          expect(within.length).toBeLessThanOrEqual(limits.challengesPerHour);
        }
      }),
    );
  });

  it('names a moment at which a code may really be asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_600_000 }), { minLength: 1, maxLength: 8 }), (ages) => {
        const earlier = ages.map((age) => after(-age));
        const next = nextChallengeAt(earlier, at);
        expect(next === undefined || nextChallengeAt(earlier, next) === undefined).toBe(true);
      }),
    );
  });
});

it('secondsUntil rounds up and is at least one', () => {
  expect([secondsUntil(after(1), at), secondsUntil(after(1_001), at), secondsUntil(at, at)]).toEqual([1, 2, 1]);
});
