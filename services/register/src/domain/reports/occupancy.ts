import type { Stay } from './stay.ts';

export const slotMs = 15 * 60_000;

/** A quarter of an hour: who came and went in it, how many were inside at its end, and the most at once within it. */
export type Slot = Readonly<{ at: Date; entries: number; exits: number; inside: number; peak: number }>;

type Span = Pick<Stay, 'arrivedAt' | 'leftAt' | 'endsAt'>;
type Change = Readonly<{ at: number; by: 1 | -1 }>;

/**
 * The quarters of an hour of a stretch of time; the last one may be cut short by `to`. Somebody is inside from the
 * moment of coming until just before the moment of leaving.
 */
export function seriesOf(stays: readonly Span[], from: Date, to: Date): readonly Slot[] {
  const start = from.getTime();
  const count = Math.max(0, Math.ceil((to.getTime() - start) / slotMs));
  const entries = countsOf(
    stays.map(({ arrivedAt }) => arrivedAt),
    start,
    count,
  );
  const exits = countsOf(
    stays.flatMap(({ leftAt }) => leftAt ?? []),
    start,
    count,
  );
  const { inside, peaks } = levelsOf(changesOf(stays, to), start, count);
  return entries.map((came, index) => ({
    at: new Date(start + index * slotMs),
    entries: came,
    exits: exits[index] ?? 0,
    inside: inside[index] ?? 0,
    peak: peaks[index] ?? 0,
  }));
}

function countsOf(times: readonly Date[], start: number, count: number): readonly number[] {
  const counts = Array.from({ length: count }, () => 0);
  for (const time of times) {
    const index = Math.floor((time.getTime() - start) / slotMs);
    if (index >= 0 && index < count) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** In order of time; at one moment, who leaves goes before somebody comes. What is after `to` has not happened. */
function changesOf(stays: readonly Span[], to: Date): readonly Change[] {
  const last = to.getTime();
  return stays
    .map(({ arrivedAt, endsAt }) => [arrivedAt.getTime(), endsAt.getTime()] as const)
    .filter(([from, until]) => from < until && from < last)
    .flatMap(([from, until]): Change[] => [
      { at: from, by: 1 },
      { at: until, by: -1 },
    ])
    .filter(({ at }) => at < last)
    .sort((a, b) => a.at - b.at || a.by - b.by);
}

function levelsOf(changes: readonly Change[], start: number, count: number) {
  const inside: number[] = [];
  const peaks: number[] = [];
  let level = 0;
  let next = 0;
  const applyWhile = (isDue: (change: Change) => boolean, seen: (level: number) => void): void => {
    for (let change = changes[next]; change && isDue(change); change = changes[++next]) seen((level += change.by));
  };
  for (let index = 0; index < count; index++) {
    const begin = start + index * slotMs;
    applyWhile(
      ({ at, by }) => at < begin || (at === begin && by < 0),
      () => undefined,
    );
    let peak = level;
    applyWhile(
      ({ at }) => at < begin + slotMs,
      (reached) => (peak = Math.max(peak, reached)),
    );
    inside.push(level);
    peaks.push(peak);
  }
  return { inside, peaks };
}
