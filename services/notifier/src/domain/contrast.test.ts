import { describe, expect, it } from 'vitest';
import { contrast, isColour } from './contrast.ts';

describe('the contrast of two colours', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#FF0000', '#0000ff', 2.15],
  ])('%s on %s is %d', (one, other, found) => {
    expect(contrast(one, other)).toBeCloseTo(found, 2);
    expect(contrast(other, one)).toBeCloseTo(found, 2);
  });
});

it.each(['', 'red', '#fff', '#12345g', '#1234567', 'url(x)'])('%j is no colour', (text) => {
  expect(isColour(text)).toBe(false);
});
