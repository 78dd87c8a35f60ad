import { describe, expect, it } from 'vitest';
import { steps, thin } from './thin.ts';

describe('values for a chart', () => {
  it('stay as they are while there are few', () => {
    expect(thin([1, 2, 3], 3)).toEqual([1, 2, 3]);
  });

  it('keep every peak when there are many', () => {
    expect(thin([0, 9, 0, 0, 0, 7, 1, 2], 4)).toEqual([9, 0, 7, 2]);
  });

  it('are as many as were asked for, of any number of them', () => {
    expect(
      thin(
        Array.from({ length: 1_001 }, (_, index) => index),
        300,
      ),
    ).toHaveLength(300);
  });
});

it('a line holds each value until the next', () => {
  expect(steps([0, 2], 2)).toBe('M0.00000 1.0000H0.50000L0.50000 0.0000H1.00000');
});
