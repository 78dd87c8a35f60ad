/** A map of bounded size: what was not asked for during the longest time makes room. */
export function recent<T>(capacity: number) {
  const entries = new Map<string, T>();
  // A map remembers the order of insertion: the newest is last.
  const put = (key: string, entry: T): void => {
    entries.delete(key);
    entries.set(key, entry);
    const oldest = entries.size > capacity ? entries.keys().next().value : undefined;
    if (oldest !== undefined) entries.delete(oldest);
  };
  return {
    put,
    get(key: string): T | undefined {
      const entry = entries.get(key);
      if (entry !== undefined) put(key, entry);
      return entry;
    },
    remove(isMeant: (entry: T) => boolean): void {
      for (const [key, entry] of entries) if (isMeant(entry)) entries.delete(key);
    },
  };
}
