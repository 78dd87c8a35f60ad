import { describe, expect, it } from 'vitest';
import { hmacCodes } from './codes.ts';

const codes = hmacCodes(new Uint8Array(32).fill(7));

describe('one-time codes', () => {
  it('are six digits under an id of at least 128 random bits', () => {
    const made = Array.from({ length: 200 }, () => codes.make());
    for (const { challengeId, code } of made) {
      expect(code).toMatch(/^\d{6}$/);
      expect(challengeId).toMatch(/^[\w-]{22,64}$/);
    }
    expect(new Set(made.map(({ challengeId }) => challengeId)).size).toBe(200);
  });

  it('fall evenly over all digits in every place', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 5_000; n += 1) {
      const { code } = codes.make();
      for (const [place, digit] of [...code].entries()) {
        counts.set(`${place}${digit}`, (counts.get(`${place}${digit}`) ?? 0) + 1);
      }
    }
    // 500 are expected in each of 60 places; eight standard deviations off is no accident.
    expect(counts.size).toBe(60);
    expect([...counts.values()].every((count) => Math.abs(count - 500) < 170)).toBe(true);
  });

  it('match their own challenge under the same key only', () => {
    const { challengeId: id, code, codeHash } = codes.make();
    expect(codes.matches({ id, codeHash }, code)).toBe(true);
    expect(codes.matches({ id: `${id}x`, codeHash }, code)).toBe(false);
    expect(codes.matches({ id, codeHash }, `${code}0`)).toBe(false);
    expect(hmacCodes(new Uint8Array(32)).matches({ id, codeHash }, code)).toBe(false);
  });

  it('never match what is no hash', () => {
    expect(codes.matches({ id: 'c', codeHash: '' }, '')).toBe(false);
  });
});
