/** A save whose messages are looked for in its aggregate again and again. */
export type Sought = Readonly<{
  /** The aggregate's id. */
  owner: string;
  keptAt: Date;
  /** The ids of its messages. */
  messageIds: readonly string[];
  /** Moment of `performance.now()` from which on what is not found was certainly not stored. */
  certainAtMs: number;
}>;

/**
 * Saves of unknown outcome, and those with a message that cannot be sent. The first are few: only so many saves are
 * under way at once, and each is forgotten after a minute.
 */
export function soughtList() {
  const all = new Set<Sought>();
  return {
    add: (one: Sought): void => void all.add(one),
    drop: (one: Sought): void => void all.delete(one),
    all: (): readonly Sought[] => [...all],
    size: (): number => all.size,
    /** Since when the oldest is looked for. */
    oldest: (): Date | undefined => {
      let first: Date | undefined;
      for (const { keptAt } of all) if (!first || keptAt < first) first = keptAt;
      return first;
    },
  };
}
