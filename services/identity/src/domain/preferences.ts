import type { Person, Preferences } from './person.ts';
import { refusals } from './refusals.ts';

/** The same preferences in their one spelling. Throws `identity.invalid_field`. */
export function cleanPreferences(person: Person, wanted: Partial<Preferences>): Partial<Preferences> {
  const { timeZone, locale, preferredContactId } = wanted;
  if (preferredContactId && !person.contacts.some(({ id }) => id === preferredContactId)) {
    throw refusals.invalidField('/preferredContactId', 'must be one of your contacts');
  }
  return {
    ...wanted,
    ...(timeZone !== undefined && { timeZone: zoneOf(timeZone) }),
    ...(locale !== undefined && { locale: localeOf(locale) }),
  };
}

/** The zone's name; empty stays empty. Throws `identity.invalid_field`. */
export const zoneOf = (zone: string): string =>
  understood(zone, '/timeZone', 'is no time zone such as "Europe/London"', () =>
    // Offsets such as "+01:00" know no summer.
    /^[A-Za-z]/.test(zone) ? new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone : undefined,
  );

/** The language's tag; empty stays empty. Throws `identity.invalid_field`. */
export const localeOf = (locale: string): string =>
  understood(locale, '/locale', 'is no language such as "en" or "fr-CA"', () => Intl.getCanonicalLocales(locale)[0]);

function understood(text: string, pointer: string, detail: string, read: () => string | undefined): string {
  if (text === '') return '';
  try {
    const found = read();
    if (found !== undefined) return found;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw refusals.invalidField(pointer, detail);
}
