import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from './fold.ts';

it.each([
  ['Søren Ørsted', 'soren orsted'],
  ['Straße', 'strasse'],
  ['ẞ', 'ss'],
  ['Łukasz Żółć', 'lukasz zolc'],
  ['Zoë', 'zoe'],
  ['İstanbul', 'istanbul'],
  ['Þórður', 'thordur'],
  ['李', '李'],
])('folds %s to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

it('folds what is folded to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
