import { AppError } from '@guildhall/kernel';

export type GroupLimits<T> = Readonly<{
  /** Items that go together at most. */
  atMost: number;
  /** Groups that run at once. */
  inFlight: number;
  /** Items that may wait; one more is refused as `store.overloaded`. */
  waitAtMost: number;
  /** Two items of one key never share a group. */
  keyOf: (item: T) => string;
}>;

type Entry<T, R> = Readonly<{ item: T; resolve: (result: R) => void; reject: (error: unknown) => void }>;

/**
 * Turns "one at a time" into "those of one tick together": items that come in the same tick, or while all groups are
 * busy, are handed to `run` as one group. A result that is an `Error` rejects its own item only; what `run` throws
 * rejects the whole group.
 */
export function grouped<T, R>(
  limits: GroupLimits<T>,
  run: (items: readonly T[]) => Promise<readonly (R | Error)[]>,
): (item: T) => Promise<R> {
  let waiting: Entry<T, R>[] = [];
  let busy = 0;
  let scheduled = false;

  const start = (): void => {
    scheduled = false;
    while (busy < limits.inFlight && waiting.length > 0) {
      busy += 1;
      const [group, left] = nextGroup(waiting, limits);
      waiting = left;
      void settle(group);
    }
  };

  const settle = async (group: readonly Entry<T, R>[]): Promise<void> => {
    try {
      const results = await run(group.map(({ item }) => item));
      group.forEach((entry, index) => settleOne(entry, results[index] as R | Error));
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      busy -= 1;
      start();
    }
  };

  return (item) => {
    if (waiting.length >= limits.waitAtMost) return Promise.reject(overloaded());
    return new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (scheduled || busy >= limits.inFlight) return;
      scheduled = true;
      setImmediate(start);
    });
  };
}

function settleOne<T, R>({ resolve, reject }: Entry<T, R>, result: R | Error): void {
  if (result instanceof Error) reject(result);
  else resolve(result);
}

/** As many as fit, each key once; and those that are left, in their order. */
function nextGroup<T, R>(
  waiting: readonly Entry<T, R>[],
  { atMost, keyOf }: GroupLimits<T>,
): [group: Entry<T, R>[], left: Entry<T, R>[]] {
  const keys = new Set<string>();
  const group: Entry<T, R>[] = [];
  const left: Entry<T, R>[] = [];
  for (const entry of waiting) {
    const key = keyOf(entry.item);
    if (group.length >= atMost || keys.has(key)) left.push(entry);
    else group.push(entry);
    keys.add(key);
  }
  return [group, left];
}

const overloaded = (): AppError =>
  new AppError('unavailable', 'store.overloaded', 'Too much is going on at the moment.', { retryAfterSeconds: 1 });
