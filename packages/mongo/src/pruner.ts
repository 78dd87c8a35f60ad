import type { mongo } from 'mongoose';
import type { Stored } from './stored.ts';
import { inTime } from './in-time.ts';

const holdBackMs = 1_000;
const atMost = 64;

export type PrunerOptions = Readonly<{
  windowMs: number;
  /** What was kept before has reached its streams. */
  confirmedBefore: () => Promise<Date>;
}>;

/** Takes entries out of outboxes that are past the replay window and do not wait any more. */
export function pruner<State>(
  collection: mongo.Collection<Stored<State>>,
  { windowMs, confirmedBefore }: PrunerOptions,
) {
  const ids = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const oldBefore = (): number => Date.now() - windowMs;

  const prune = async (): Promise<void> => {
    timer = undefined;
    const some = [...ids].slice(0, atMost);
    for (const id of some) ids.delete(id);
    const before = new Date(Math.min(oldBefore(), (await confirmedBefore()).getTime()));
    const filter = { _id: { $in: some }, outboxFrom: { $lt: before } };
    const change = { $pull: { outbox: { keptAt: { $lt: before } } }, $set: { outboxFrom: before } };
    await collection.updateMany(filter, change as never, { upsert: false, ...inTime() });
    if (ids.size > 0) schedule();
  };

  const schedule = (): void => {
    // Failing is harmless: the next reading of the document asks again.
    timer ??= setTimeout(() => void prune().catch(() => undefined), holdBackMs).unref();
  };

  return {
    oldBefore,
    add(id: string): void {
      if (ids.size >= 10_000) return;
      ids.add(id);
      schedule();
    },
  };
}
