import { describe, expect, it } from 'vitest';
import { isCountry, phoneNumbers } from './phone-numbers.ts';

const british = phoneNumbers('GB');

describe('telephone numbers', () => {
  it.each(['07700 900123', '+44 7700 900123', '0044 7700 900123', '(07700) 900-123', '+44 (0)7700 900123'])(
    'gives %s the one spelling of its number',
    (value) => {
      expect(british.normalise(value)).toBe('+447700900123');
    },
  );

  it('takes a country code before the region of the settings', () => {
    expect(british.normalise('+1 415 555 2671')).toBe('+14155552671');
    expect(phoneNumbers('US').normalise('(415) 555-2671')).toBe('+14155552671');
  });

  it.each([
    '',
    'ada@example.org',
    '12',
    '07700 900123 ext. 5',
    'call 07700 900123 now',
    '+999 123456',
    '9'.repeat(100),
  ])('refuses %j', (value) => {
    expect(british.normalise(value)).toBeUndefined();
  });
});

it('isCountry knows the countries of the telephone network', () => {
  expect([isCountry('GB'), isCountry('XX'), isCountry('gb')]).toEqual([true, false, false]);
});
