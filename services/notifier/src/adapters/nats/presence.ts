/** Who else is there, by their ids. */
export type Presence = Readonly<{
  count(): number;
  /** When that last changed; before all time when it never did. */
  changedAt(): number;
  /** True for one that was not known. */
  heard(id: string): boolean;
  left(id: string): void;
  /** Forgets those of whom nothing was heard for so long. */
  forget(silentMs: number): void;
  /** Nobody could be heard: their silence says nothing. */
  excuse(): void;
}>;

export function presence(): Presence {
  const seen = new Map<string, number>();
  let changedAt = Number.NEGATIVE_INFINITY;
  const changed = (): void => void (changedAt = Date.now());
  const left = (id: string): void => {
    if (seen.delete(id)) changed();
  };
  return {
    count: () => seen.size,
    changedAt: () => changedAt,
    heard: (id) => {
      const isNew = !seen.has(id);
      seen.set(id, Date.now());
      if (isNew) changed();
      return isNew;
    },
    left,
    forget: (silentMs) => {
      const before = Date.now() - silentMs;
      for (const [id, at] of seen) if (at < before) left(id);
    },
    excuse: () => {
      for (const id of seen.keys()) seen.set(id, Date.now());
    },
  };
}
