/** In which language a message is written, and how dates and numbers in it are. */
export type Language = Readonly<{ words: string; formats: string }>;

/** Where a language is written in several ways and nobody said which. */
const WAYS: Readonly<Record<string, string>> = { en: 'en-GB', fr: 'fr-FR' };

/**
 * The reader's language, as near as there are words in it (`fr-CA`, `fr`), else the organisation's, else the first.
 * Dates and numbers follow the reader's country, else that of the organisation.
 */
export function languageFor(available: readonly string[], wanted: string | undefined, organisation: string): Language {
  const [reader, own] = [canonical(wanted), canonical(organisation)];
  const words = nearest(available, reader) ?? nearest(available, own) ?? available[0] ?? 'en';
  const formats = [reader, own].find((tag) => tag?.includes('-') && languageOf(tag) === languageOf(words));
  return { words, formats: formats ?? WAYS[words] ?? words };
}

/** RFC 4647, 3.4: subtag by subtag is left away from the end. */
function nearest(available: readonly string[], tag: string | undefined): string | undefined {
  for (let rest = tag; rest; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('-')))) {
    const found = available.find((one) => one === rest);
    if (found) return found;
  }
  return undefined;
}

const languageOf = (tag: string): string => tag.split('-')[0] ?? tag;

/** Kept: the same few are asked for again and again. */
const known = new Map<string, string | undefined>();

function canonical(tag: string | undefined): string | undefined {
  if (!tag) return undefined;
  if (known.has(tag)) return known.get(tag);
  const read = parsed(tag.replaceAll('_', '-'));
  if (known.size < 1_000) known.set(tag, read);
  return read;
}

function parsed(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).baseName;
  } catch {
    return undefined;
  }
}
