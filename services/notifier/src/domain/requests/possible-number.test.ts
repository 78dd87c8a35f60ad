import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
import { describe, expect, it } from 'vitest';
import { isPossibleNumber } from './possible-number.ts';

describe('a phone number', () => {
  it.each(['+447700900123', '+33612345678', '+12025550123', '+80012345678', '+4930123456'])(
    '%s is possible',
    (number) => {
      expect(isPossibleNumber(number)).toBe(true);
    },
  );

  it.each(['+4477', '+44770090012345', '+3361234', '+1202555', '+999123456789', '+2101234567'])(
    '%s is not',
    (number) => {
      expect(isPossibleNumber(number)).toBe(false);
    },
  );

  it('of somebody in any country is possible', () => {
    const numbers = getCountries().map((country) => getExampleNumber(country, examples)?.number ?? '');
    expect(numbers.filter((number) => !isPossibleNumber(number))).toEqual([]);
  });
});
