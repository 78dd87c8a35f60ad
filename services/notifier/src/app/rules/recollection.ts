/** What was read not long ago. */
export type Recollection<T> = Readonly<{
  /** As it is stored; read again only when it was forgotten. */
  find(id: string): Promise<T | undefined>;
  /** It changed, here or in another process. */
  forget(id: string): void;
  /** While changes cannot be heard, nothing is believed. */
  hears(isHearing: boolean): void;
}>;

type Entry<T> = Readonly<{ value: Promise<T | undefined> }>;

/** Remembers at most so many, those asked for least recently go first; also that there is nothing. */
export function recollection<T>(load: (id: string) => Promise<T | undefined>, capacity: number): Recollection<T> {
  const known = new Map<string, Entry<T>>();
  let isHearing = true;
  const read = (id: string): Promise<T | undefined> => {
    const entry: Entry<T> = { value: load(id) };
    if (!isHearing) return entry.value;
    known.set(id, entry);
    entry.value.catch(() => known.get(id) === entry && known.delete(id));
    const oldest = known.size > capacity ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    return entry.value;
  };
  return {
    find: (id) => {
      const entry = known.get(id);
      if (!entry) return read(id);
      known.delete(id);
      known.set(id, entry);
      return entry.value;
    },
    forget: (id) => void known.delete(id),
    hears: (hearing) => {
      isHearing = hearing;
      known.clear();
    },
  };
}
