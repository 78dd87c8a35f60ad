import type { Clock } from '@guildhall/kernel';
import type { Model } from 'mongoose';
import type { Stored } from './stored.ts';
import { inTime } from './in-time.ts';

export type DueReader = Readonly<{
  /** The ids of what is due by business time, the longest due first, without `except`. */
  due(limit: number, except: readonly string[]): Promise<readonly string[]>;
  /** Milliseconds of business time until the next is due; undefined when that is `withinMs` away or more. */
  msToNext(withinMs: number): Promise<number | undefined>;
}>;

type Due = Readonly<{ _id: string; dueAt: Date }>;

/** Reads by the index `due_at`. */
export function dueReader<State>(model: Model<Stored<State>>, clock: Clock): DueReader {
  const query = (filter: object) =>
    model.collection.find<Due>(filter as never, { projection: { dueAt: 1 }, ...inTime() }).sort({ dueAt: 1 });
  return {
    due: async (limit, except) => {
      const but = except.length > 0 ? { _id: { $nin: [...except] } } : {};
      const found = await query({ dueAt: { $lte: clock.now() }, ...but })
        .limit(limit)
        .toArray();
      return found.map(({ _id }) => _id);
    },
    msToNext: async (withinMs) => {
      const now = clock.now();
      // Bounded: a store may sort all that matches to find the first, and of all open visits each has its end ahead.
      const next = await query({ dueAt: { $gt: now, $lt: new Date(now.getTime() + withinMs) } })
        .limit(1)
        .next();
      return next ? next.dueAt.getTime() - now.getTime() : undefined;
    },
  };
}
