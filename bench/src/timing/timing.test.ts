import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences.ts';
import { isTold, timingReport } from './timing-report.ts';

const alike = differencesOf([
  { known: 5, unknown: 4.5 },
  { known: 90, unknown: 4 },
  { known: 4, unknown: 4.2 },
]);
const slower = differencesOf([
  { known: 7, unknown: 5 },
  { known: 6, unknown: 4.5 },
]);

describe('what the time of an answer tells', () => {
  it('is the median of the differences, which a slow answer does not move', () => {
    expect(alike).toMatchObject({ pairs: 3, knownMs: 5, unknownMs: 4.2, differenceMs: 0.5 });
  });

  it('is nothing within a millisecond either way', () => {
    expect(isTold({ asking: alike, guessing: alike })).toBe(false);
    expect(isTold({ asking: alike, guessing: slower })).toBe(true);
    const faster = { ...slower, differenceMs: -1.1 };
    expect(isTold({ asking: faster, guessing: alike })).toBe(true);
  });

  it('is reported with a verdict for each question', () => {
    const text = timingReport({ asking: alike, guessing: slower });
    expect(text).toMatch(/asking for a code .*0\.50.*met/);
    expect(text).toMatch(/guessing a code .*1\.50.*missed/);
  });
});
