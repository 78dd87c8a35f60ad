import { expect, it } from 'vitest';
import { grouped, milliseconds, rate, times } from './numbers.ts';

it.each([
  [999, '999'],
  [1_000, '1 000'],
  [1_234_567, '1 234 567'],
])('%i is written %s', (whole, text) => expect(grouped(whole)).toBe(text));

it('a rate is a whole number unless it is small', () => {
  expect([rate(18_233.7), rate(12.34)]).toEqual(['18 234', '12.3']);
});

it('milliseconds keep two digits that matter', () => {
  expect([milliseconds(0.123), milliseconds(1.26), milliseconds(40.4)]).toEqual(['0.12', '1.3', '40']);
});

it('a ratio has two digits', () => expect(times(2.857)).toBe('2.86×'));
