import type { mongo } from 'mongoose';
import type { Stored } from './stored.ts';
import { inTime } from './in-time.ts';

const holdBackMs = 1_000;
const atMost = 64;

/** Takes entries that are past the replay window out of outboxes in which nothing waits. */
export function pruner<State>(collection: mongo.Collection<Stored<State>>, windowMs: number) {
  const ids = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const prune = async (): Promise<void> => {
    timer = undefined;
    const some = [...ids].slice(0, atMost);
    for (const id of some) ids.delete(id);
    const before = new Date(Date.now() - windowMs);
    const filter = { _id: { $in: some }, outboxSince: { $exists: false }, outboxFrom: { $lt: before } };
    const change = { $pull: { outbox: { keptAt: { $lt: before } } }, $set: { outboxFrom: before } };
    await collection.updateMany(filter, change as never, { upsert: false, ...inTime() });
    if (ids.size > 0) schedule();
  };

  const schedule = (): void => {
    // Failing is harmless: the next reading of the document asks again.
    timer ??= setTimeout(() => void prune().catch(() => undefined), holdBackMs).unref();
  };

  return {
    oldBefore: () => Date.now() - windowMs,
    add(id: string): void {
      if (ids.size >= 10_000) return;
      ids.add(id);
      schedule();
    },
  };
}
