/** What collects the items of one tick and hands them over together. */
export type Batcher<T> = Readonly<{ add(key: string, item: T): void; flush(): void }>;

/**
 * Groups items by key until the current tick is over (`setImmediate`), then calls `send` with runs of at most
 * `atMost` items and about `bytes` bytes; an item that is larger alone goes alone.
 */
export function batcher<T>(
  limits: Readonly<{ atMost: number; bytes: number; sizeOf: (item: T) => number }>,
  send: (key: string, items: readonly T[], bytes: number) => void,
): Batcher<T> {
  let byKey = new Map<string, T[]>();
  let scheduled = false;

  const flush = (): void => {
    scheduled = false;
    const ready = byKey;
    byKey = new Map();
    for (const [key, items] of ready) inRuns(key, items);
  };

  const inRuns = (key: string, items: readonly T[]): void => {
    let from = 0;
    let bytes = 0;
    items.forEach((item, index) => {
      const size = limits.sizeOf(item);
      if (index > from && (bytes + size > limits.bytes || index - from >= limits.atMost)) {
        send(key, items.slice(from, index), bytes);
        from = index;
        bytes = 0;
      }
      bytes += size;
    });
    send(key, from === 0 ? items : items.slice(from), bytes);
  };

  return {
    add(key, item) {
      const items = byKey.get(key);
      if (items) items.push(item);
      else byKey.set(key, [item]);
      if (scheduled) return;
      scheduled = true;
      setImmediate(flush);
    },
    flush,
  };
}
