import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

export const isCountry = (value: string): value is CountryCode => isSupportedCountry(value);

/** A number as E.164, those without a country code as numbers of `region`; empty for what is none. */
export const phoneNumbers =
  (region: CountryCode) =>
  (value: string): string => {
    const parsed = parsePhoneNumberFromString(value, { defaultCountry: region, extract: false });
    return parsed?.isPossible() && !parsed.ext ? parsed.number : '';
  };
