import type { Channel, Category, MessageStatus } from '../message.ts';
import { type Dimension, gathered, type Group, type Latency, type Statistics } from './statistics.ts';

/** Messages of some time that have all this in common. */
export type Cell = Readonly<{
  channel: Channel;
  category: Category;
  template: string;
  /** Of the last attempt; empty for messages without one. */
  provider: string;
  status: MessageStatus;
  isDelivered: boolean;
  isRead: boolean;
  /** Why they failed or expired; empty for all others. */
  reason: string;
  /** Of those that were sent: how long they waited, roughly (each bucket ends a tenth later than the one before). */
  bucket?: number;
  count: number;
  /** How long they waited, all together. */
  waitedMs: number;
  segments: number;
  costMicros: number;
}>;

/** The cells of one UTC day, or of a part of it. */
export type DayCells = Readonly<{ day: string; cells: readonly Cell[] }>;

type Span = Readonly<{ from: Date; to: Date }>;

export const BUCKET_RATIO = 1.1;
const MOST_REASONS = 100;
const DAY_MS = 24 * 3_600_000;
/** Longer than it takes a change that was announced to be in the store. */
const SETTLED_MS = 90_000;

/** "2026-03-02", in UTC: what has no place has the days of the whole platform. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The days that a span of time touches, each with its part of it. */
export function daysOf({ from, to }: Span): readonly (Span & Readonly<{ day: string; isWhole: boolean }>)[] {
  const days = [];
  for (let begin = from; begin < to;) {
    const midnight = Math.floor(begin.getTime() / DAY_MS) * DAY_MS;
    const end = new Date(Math.min(midnight + DAY_MS, to.getTime()));
    const isWhole = end.getTime() - begin.getTime() === DAY_MS;
    days.push({ day: dayOf(begin), from: begin, to: end, isWhole });
    begin = end;
  }
  return days;
}

/** Whether what was counted at one moment of real time has every change of before that may still be on its way. */
export const isSettledAt = (countedAtMs: number, changedAtMs: number): boolean =>
  countedAtMs > changedAtMs + SETTLED_MS;

/** Of many reasons only the most frequent are kept apart: providers may write what they like. */
export function fewReasons(cells: readonly Cell[]): readonly Cell[] {
  const counts = new Map<string, number>();
  for (const { reason, count } of cells) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + count);
  if (counts.size <= MOST_REASONS) return cells;
  const kept = new Set(
    [...counts]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, MOST_REASONS)
      .map(([reason]) => reason),
  );
  return cells.map((cell) => (cell.reason && !kept.has(cell.reason) ? { ...cell, reason: 'Other reasons.' } : cell));
}

/** The statistics of all days together. */
export function statisticsOf(days: readonly DayCells[], by: Dimension): Statistics {
  const groups = days.flatMap(({ day, cells }) => cells.map((cell): Group => ({ ...cell, key: cell[by], day })));
  const byKey = Map.groupBy(
    days.flatMap(({ cells }) => cells),
    (cell): string => cell[by],
  );
  const latencies = [...byKey].flatMap(([key, cells]) => {
    const latency = latencyOf(cells);
    return latency ? [[key, latency] as const] : [];
  });
  return gathered(groups, new Map(latencies));
}

/** Within a few parts of a hundred: of each bucket only the mean is known. */
function latencyOf(cells: readonly Cell[]): Latency | undefined {
  const buckets = new Map<number, { count: number; waitedMs: number }>();
  for (const { bucket, count, waitedMs } of cells) {
    if (bucket === undefined) continue;
    const sum = buckets.get(bucket) ?? { count: 0, waitedMs: 0 };
    buckets.set(bucket, { count: sum.count + count, waitedMs: sum.waitedMs + waitedMs });
  }
  const sorted = [...buckets].toSorted(([one], [other]) => one - other).map(([, sum]) => sum);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  const at = (share: number): number => {
    let left = share * total;
    const found = sorted.find(({ count }) => (left -= count) <= 0);
    return found ? Math.round(found.waitedMs / found.count) : 0;
  };
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}
