import type { mongo } from 'mongoose';
import { grouped } from './grouped.ts';
import type { Loaded, Stored } from './stored.ts';
import { inTime } from './in-time.ts';

type Found<State> = Readonly<{ _id: string; version: number; state: State; outboxFrom?: Date }>;

/**
 * Reads aggregates by id, those of one tick in one query. `onOld` hears of each whose outbox may hold entries from
 * before the moment that `oldBefore` gives.
 */
export function finder<State>(
  collection: mongo.Collection<Stored<State>>,
  oldBefore: () => number,
  onOld: (id: string) => void,
  measured: <T>(run: () => Promise<T>) => Promise<T>,
): (id: string) => Promise<Loaded<State> | undefined> {
  const projection = { version: 1, state: 1, outboxFrom: 1 };
  const read = async (ids: readonly string[]): Promise<(Loaded<State> | undefined)[]> => {
    const filter = ids.length === 1 ? { _id: ids[0] } : { _id: { $in: [...ids] } };
    const found = await measured(() =>
      collection.find<Found<State>>(filter as never, { projection, ...inTime() }).toArray(),
    );
    const byId = new Map(found.map((one) => [one._id, one]));
    const before = oldBefore();
    return ids.map((id) => {
      const one = byId.get(id);
      if (!one) return undefined;
      if (one.outboxFrom && one.outboxFrom.getTime() < before) onOld(id);
      return { id, version: one.version, state: one.state };
    });
  };
  return grouped({ atMost: 256, inFlight: 4, waitAtMost: 4_096, keyOf: (id: string) => id }, read);
}
