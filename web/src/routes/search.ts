export const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** Digits in an address are read as a number; here they are text again. */
export const asText = (value: unknown): string | undefined => (typeof value === 'number' ? String(value) : text(value));

export const siteSearch = (search: Record<string, unknown>): { site?: string } => {
  const site = text(search['site']);
  return site ? { site } : {};
};

/** Only a path of ours: an address elsewhere would let a link lead people away after they signed in. */
export const ownPath = (path: unknown): string | undefined =>
  typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : undefined;

/** A search that knows one word. */
export const textOf =
  <Name extends string>(name: Name) =>
  (search: Record<string, unknown>): Partial<Record<Name, string>> => {
    const value = asText(search[name]);
    return (value ? { [name]: value } : {}) as Partial<Record<Name, string>>;
  };
