import { expect, it } from 'vitest';
import { segmentPrice } from './sms-price.ts';

const prices = new Map([
  ['+44', 40_000],
  ['+447', 35_000],
  ['+1', 7_900],
]);

it('is that of the longest beginning of the number', () => {
  expect(segmentPrice(prices, '+447700900123')).toBe(35_000);
  expect(segmentPrice(prices, '+442071838750')).toBe(40_000);
  expect(segmentPrice(prices, '+12025550123')).toBe(7_900);
});

it('is unknown elsewhere, unless there is a price for everywhere', () => {
  expect(segmentPrice(prices, '+4915112345678')).toBeUndefined();
  expect(segmentPrice(new Map([...prices, ['*', 90_000]]), '+4915112345678')).toBe(90_000);
});
