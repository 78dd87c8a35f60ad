import { describe, expect, it } from 'vitest';
import { medianWithin } from './median.ts';

/** Values spread evenly about a middle. */
const about = (middle: number, spread: number, count = 101): readonly number[] =>
  Array.from({ length: count }, (_, i) => middle + spread * ((2 * i) / (count - 1) - 1));

describe('a median', () => {
  it('is within when it is', () => expect(medianWithin(about(0.2, 5), 1)).toBe(true));
  it('is not when all of its interval lies beyond', () => expect(medianWithin(about(3, 5), 1)).toBe(false));
  it('is not on the other side either', () => expect(medianWithin(about(-3, 5), 1)).toBe(false));
  it('does not mind single slow ones', () => expect(medianWithin([...about(0, 1), 900, 900, 900], 1)).toBe(true));
});
