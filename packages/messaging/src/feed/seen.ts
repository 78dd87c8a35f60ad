const rememberedAtMost = 20_000;

/** The ids of the messages that were passed on lately: a stream that was made anew brings them again. */
export function seenIds() {
  let recent = new Set<string>();
  let older = new Set<string>();
  return {
    /** True when the id is new; it is remembered from now on. */
    add(id: string): boolean {
      if (recent.has(id) || older.has(id)) return false;
      recent.add(id);
      if (recent.size >= rememberedAtMost / 2) {
        older = recent;
        recent = new Set();
      }
      return true;
    },
  };
}
