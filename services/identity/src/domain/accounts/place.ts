/** The zone as IANA calls it; undefined when there is none of that name. What a browser says of itself is taken or left. */
export function knownTimeZone(name: string | undefined): string | undefined {
  return name ? ifKnown(() => new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone) : undefined;
}

/** The language as BCP 47 writes it; undefined when that is none. */
export function knownLocale(name: string | undefined): string | undefined {
  return name ? ifKnown(() => Intl.getCanonicalLocales(name)[0]) : undefined;
}

function ifKnown(read: () => string | undefined): string | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
