import type { Connection } from 'mongoose';
import type { DayCounts } from '../../app/knowing/ports.ts';
import { type Cell, isSettledAt } from '../../domain/knowing/day-cells.ts';

/** `cells` are JSON: some hundred small objects are read many times faster as one text. */
type Kept = Readonly<{ _id: string; changedAtMs?: number; countedAtMs?: number; cells?: string }>;

/** One small document for each UTC day; what it holds can always be counted anew. */
export function dayCountsRepository(connection: Connection): DayCounts {
  const kept = connection.collection<Kept>('statistics_days');
  return {
    find: async (days) => {
      const found = await kept.find({ _id: { $in: [...days] }, cells: { $exists: true } }).toArray();
      return new Map(found.filter(holds).map(({ _id, cells = '[]' }) => [_id, JSON.parse(cells) as Cell[]]));
    },

    put: async (day, cells, countedAtMs) => {
      const before = await kept.findOne({ _id: day });
      if (before?.changedAtMs !== undefined && !isSettledAt(countedAtMs, before.changedAtMs)) return;
      const $set = { cells: JSON.stringify(cells), countedAtMs };
      await kept.updateOne({ _id: day }, { $set }, { upsert: true });
    },

    mark: async (day, atMs) => {
      await kept.updateOne({ _id: day }, { $max: { changedAtMs: atMs } }, { upsert: true });
    },
  };
}

const holds = ({ countedAtMs = 0, changedAtMs }: Kept): boolean =>
  changedAtMs === undefined || isSettledAt(countedAtMs, changedAtMs);
