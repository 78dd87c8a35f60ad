/** Every time zone the browser knows, and the one that was stored, which it may know by another name. */
export const zonesWith = (...present: readonly string[]): string[] =>
  [...new Set([...present.filter(Boolean), 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted();
