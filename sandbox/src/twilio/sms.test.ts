import { describe, expect, it } from 'vitest';
import { segmentsOf } from './sms.ts';

describe('the segments of a text', () => {
  it.each([
    ['a short text', 'hello', 1],
    ['160 plain characters', 'x'.repeat(160), 1],
    ['161 plain characters', 'x'.repeat(161), 2],
    ['70 other characters', 'ж'.repeat(70), 1],
    ['71 other characters', 'ж'.repeat(71), 2],
  ])('of %s', (_what, text, segments) => {
    expect(segmentsOf(text)).toBe(segments);
  });
});
