type Json = string | number | boolean | null | readonly Json[] | Readonly<{ [name: string]: Json | undefined }>;

/** What the contract of a message says of its texts. */
export type Contract = Readonly<{
  /** The names of enum values. */
  words: ReadonlySet<string>;
  /** Fields whose names are the caller's own: nothing follows from them. */
  maps: ReadonlySet<string>;
}>;

/** Texts that are words of ours, not of people: names of templates and languages. */
const PLAIN = new Set(['template', 'locale', 'contentType']);

/** Ids say nothing to whoever does not know them already; moments of time say nothing of anybody. */
const isPlain = (name: string, value: string): boolean =>
  PLAIN.has(name) ||
  (name.endsWith('Id') && /^[\w-]{1,64}$/.test(value)) ||
  /^\d{4}-\d\d-\d\dT[\d:.]{8,}Z$/.test(value);

/** A message as JSON without what may be personal or secret: of such a text only the length is left. */
export function maskedPayload(value: Json | undefined, contract: Contract, name = ''): Json {
  if (typeof value === 'string') {
    return contract.words.has(value) || isPlain(name, value) ? value : `(${value.length} characters)`;
  }
  if (Array.isArray(value)) return value.map((one: Json) => maskedPayload(one, contract, name));
  if (typeof value !== 'object' || value === null) return value ?? null;
  const isMap = contract.maps.has(name);
  const entries = Object.entries(value).map(([key, one]) => [
    key,
    isMap ? hidden(one) : maskedPayload(one, contract, key),
  ]);
  return Object.fromEntries(entries);
}

function hidden(value: Json | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return `(${text.length} characters)`;
}
