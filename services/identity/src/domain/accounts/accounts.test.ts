import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextMailAt } from './mail.ts';
import { assertStrong, normalPassword } from './password.ts';
import { knownLocale, knownTimeZone } from './place.ts';
import { countTry, forgetTriesAt, noTries } from './tries.ts';

const at = new Date('2026-10-27T15:00:00Z');
const after = (milliseconds: number): Date => new Date(at.getTime() + milliseconds);

describe('tries at a password', () => {
  const tried = (times: number, everyMs = 1_000) =>
    Array.from({ length: times }, (_, index) => after(index * everyMs)).reduce(countTry, noTries('ana'));

  it('are ten within a quarter of an hour, then none until it is over', () => {
    const locked = tried(10);
    expect(locked.lockedUntil).toEqual(after(9_000 + 900_000));
    expect(() => countTry(locked, after(10_000))).toThrow('Too many failed tries');
    expect(countTry(locked, after(909_000)).triedAt).toEqual([after(909_000)]);
  });

  it('spread over time never lock', () => {
    expect(tried(100, 100_001).lockedUntil).toBeUndefined();
  });

  it('are forgotten when they count no more', () => {
    expect(forgetTriesAt(tried(1))).toEqual(after(900_000));
    expect(forgetTriesAt(tried(10))).toEqual(after(909_000));
  });

  it('whenever they come, are never more than ten in any quarter of an hour', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 60 }), (gaps) => {
        const allowed: number[] = [];
        let [current, now] = [noTries('ana'), 0];
        for (const gap of gaps) {
          now += gap;
          try {
            current = countTry(current, after(now));
            allowed.push(now);
          } catch {
            // Locked: not a try.
          }
        }
        for (const from of allowed) {
          expect(allowed.filter((one) => one >= from && one < from + 900_000).length).toBeLessThanOrEqual(10);
        }
      }),
    );
  });
});

it('mails are three an hour, in whatever order they are remembered', () => {
  expect(nextMailAt([at, after(1)], after(2))).toBeUndefined();
  expect(nextMailAt([after(1), at, after(2)], after(3))).toEqual(after(3_600_000));
  expect(nextMailAt([at, after(1), after(2)], after(3_600_000))).toBeUndefined();
});

describe('a password', () => {
  const isTaken = (password: string): boolean => {
    try {
      assertStrong(password, (one) => one === 'well known words');
      return true;
    } catch {
      return false;
    }
  };

  it('has 12 to 128 characters, any of them', () => {
    const lengths = [11, 12, 128, 129].map((length) => isTaken('é'.repeat(length)));
    expect(lengths).toEqual([false, true, true, false]);
  });

  it('is none that everybody knows', () => {
    expect(isTaken('well known words')).toBe(false);
  });

  it('is one however it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalPassword(text.normalize('NFD'))).toBe(normalPassword(text.normalize('NFC')));
      }),
    );
  });
});

it('zones and languages are taken as they are called, or left', () => {
  expect([knownTimeZone('europe/london'), knownTimeZone('Moon/Base'), knownTimeZone('')]).toEqual([
    'Europe/London',
    undefined,
    undefined,
  ]);
  expect([knownLocale('en-gb'), knownLocale('no such thing')]).toEqual(['en-GB', undefined]);
});
