import { getCountries, getCountryCallingCode, isPossiblePhoneNumber, Metadata } from 'libphonenumber-js/min';

/** How long national numbers may be, by the code of their countries. */
function lengthsByCode(): ReadonlyMap<string, ReadonlySet<number>> {
  const metadata = new Metadata();
  const table = new Map<string, Set<number>>();
  for (const country of getCountries()) {
    metadata.selectNumberingPlan(country);
    const code = getCountryCallingCode(country);
    const known = table.get(code) ?? new Set();
    for (const length of metadata.numberingPlan?.possibleLengths() ?? []) known.add(length);
    table.set(code, known);
  }
  return table;
}

let lengths: ReadonlyMap<string, ReadonlySet<number>> | undefined;

/**
 * Whether a number in E.164 has a country, and a length that its country has. By a table of our own: there may be a hundred
 * thousand of them at once, and the library takes apart each.
 */
export function isPossibleNumber(number: string): boolean {
  lengths ??= lengthsByCode();
  for (let digits = 1; digits <= 3; digits += 1) {
    const known = lengths.get(number.slice(1, 1 + digits));
    if (known) return known.has(number.length - 1 - digits);
  }
  // Of no country: satellites, free numbers of the world.
  return isPossiblePhoneNumber(number);
}
