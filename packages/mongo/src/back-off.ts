type Failing = { times: number; untilMs: number };

const firstMs = 500;
const longestMs = 60_000;
const rememberedAtMost = 1_000;

/** Remembers what failed lately, each for a time that doubles with every failure (real time). */
export function backOff() {
  const failing = new Map<string, Failing>();
  return {
    failed(id: string): void {
      const times = (failing.get(id)?.times ?? 0) + 1;
      if (times === 1 && failing.size >= rememberedAtMost) failing.clear();
      failing.set(id, { times, untilMs: Date.now() + Math.min(longestMs, firstMs * 2 ** (times - 1)) });
    },
    /** What is to be left alone now. */
    active(): readonly string[] {
      const now = Date.now();
      const ids: string[] = [];
      for (const [id, { untilMs }] of failing) {
        if (untilMs > now) ids.push(id);
        // What has not failed again for long is well.
        else if (now - untilMs > longestMs) failing.delete(id);
      }
      return ids;
    },
  };
}
