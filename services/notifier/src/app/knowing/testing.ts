import { type Cell, isSettledAt } from '../../domain/knowing/day-cells.ts';
import type { DayCounts } from './ports.ts';

type Kept = { changedAtMs?: number; countedAtMs?: number; cells?: readonly Cell[] };

export function inMemoryDayCounts(): DayCounts {
  const kept = new Map<string, Kept>();
  const holds = (countedAtMs: number, changedAtMs: number | undefined): boolean =>
    changedAtMs === undefined || isSettledAt(countedAtMs, changedAtMs);
  return {
    find: async (days) => {
      const found = days.flatMap((day) => {
        const { cells, countedAtMs = 0, changedAtMs } = kept.get(day) ?? {};
        return cells && holds(countedAtMs, changedAtMs) ? [[day, cells] as const] : [];
      });
      return new Map(found);
    },
    put: async (day, cells, countedAtMs) => {
      const before = kept.get(day);
      if (holds(countedAtMs, before?.changedAtMs)) kept.set(day, { ...before, cells, countedAtMs });
    },
    mark: async (day, atMs) => {
      const before = kept.get(day);
      kept.set(day, { ...before, changedAtMs: Math.max(atMs, before?.changedAtMs ?? 0) });
    },
  };
}
