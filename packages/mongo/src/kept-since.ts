import type { mongo } from 'mongoose';
import { inTime } from './in-time.ts';
import type { Stored } from './stored.ts';

const firstWidthMs = 1_000;
const idsAtMost = 2_000;
const pageSize = 250;

/**
 * The ids of aggregates with messages kept since `at`, by pages. Goes forward through the index `outbox_at` in slices of
 * time, narrow where much was kept and wide where little was: some stores take no order from an index, and would sort
 * everything for every page. A document that is saved meanwhile moves forward, where it is met again.
 */
export async function* keptSince<State>(
  collection: mongo.Collection<Stored<State>>,
  at: Date,
): AsyncGenerator<readonly string[]> {
  const idsIn = async (from: number, to: number | undefined, limit: number): Promise<string[]> => {
    const within = { $gte: new Date(from), ...(to !== undefined && { $lt: new Date(to) }) };
    const found = await collection
      .find<{ _id: string }>({ outboxAt: within } as never, { projection: { _id: 1 }, limit, ...inTime() })
      .toArray();
    return found.map(({ _id }) => _id);
  };

  let from = at.getTime();
  let widthMs = firstWidthMs;
  for (;;) {
    // The last slice has no end: clocks of other machines may be ahead.
    const to = from + widthMs > Date.now() ? undefined : from + widthMs;
    const ids = await idsIn(from, to, widthMs > 1 ? idsAtMost + 1 : 0);
    if (ids.length > idsAtMost && widthMs > 1) {
      widthMs = Math.max(1, Math.floor(widthMs / 4));
      continue;
    }
    for (let first = 0; first < ids.length; first += pageSize) yield ids.slice(first, first + pageSize);
    if (to === undefined) return;
    from = to;
    if (ids.length < idsAtMost / 8) widthMs *= 2;
  }
}
