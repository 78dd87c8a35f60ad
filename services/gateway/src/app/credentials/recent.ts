export type Recent<T> = Readonly<{
  put(key: string, entry: T): void;
  get(key: string): T | undefined;
  remove(isMeant: (entry: T) => boolean): void;
}>;

/**
 * A map of bounded size: what was not asked for during the longest time makes room. It keeps two generations, so that
 * asking for what is in use changes nothing; at least the last half of `capacity` is remembered.
 */
export function recent<T>(capacity: number): Recent<T> {
  const generation = Math.ceil(capacity / 2);
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  const put = (key: string, entry: T): void => {
    if (young.size >= generation && !young.has(key)) {
      old = young;
      young = new Map();
    }
    old.delete(key);
    young.set(key, entry);
  };
  return {
    put,
    get(key: string): T | undefined {
      const known = young.get(key);
      if (known !== undefined) return known;
      const entry = old.get(key);
      if (entry !== undefined) put(key, entry);
      return entry;
    },
    remove(isMeant: (entry: T) => boolean): void {
      for (const entries of [young, old]) {
        for (const [key, entry] of entries) if (isMeant(entry)) entries.delete(key);
      }
    },
  };
}
