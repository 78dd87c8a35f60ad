import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { PhoneNumbers } from '../../app/visitors/ports.ts';

export const isCountry = (value: string): value is CountryCode => isSupportedCountry(value);

/** Numbers without a country code are taken as numbers of `region`. */
export const phoneNumbers = (region: CountryCode): PhoneNumbers => ({
  normalise(value) {
    const parsed = parsePhoneNumberFromString(value, { defaultCountry: region, extract: false });
    // `isPossible` and not `isValid`: number ranges are opened faster than their tables are updated.
    return parsed?.isPossible() && !parsed.ext ? parsed.number : undefined;
  },
});
