import type { Measured } from '../load/phase.ts';
import type { Floor, Row } from '../rows/row.ts';
import type { Rounds } from './in-rounds.ts';
import { median } from './latencies.ts';

/** The medians of all rounds of one side. */
export type Figures = Readonly<{
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Milliseconds of processor time per answer, by process. */
  cost: Readonly<Record<string, number>>;
}>;

export type Verdict = Readonly<{ floor: Floor; isMet: boolean }>;

export type Summary = Readonly<{
  row: Row;
  ours: Figures;
  peer: Figures;
  /** The median of what each round's pair gave: both sides of a pair met the same weather. */
  ratio: number;
  notice: Readonly<{ p50Ms: number; p99Ms: number }> | undefined;
  verdicts: readonly Verdict[];
  /** Answers that were no success, over both sides and all rounds; such a row is not met whatever its figures. */
  bad: number;
}>;

export function summarise(row: Row, rounds: Rounds): Summary {
  const ours = figuresOf(rounds.ours);
  const ratio = median(rounds.ours.map((one, index) => one.perSecond / (rounds.peer[index]?.perSecond ?? NaN)));
  const all = [...rounds.ours, ...rounds.peer];
  const bad = all.flatMap((one) => Object.values(one.bad)).reduce((sum, count) => sum + count, 0);
  const verdicts = row.floors.map((floor) => {
    const value = floor.figure === 'ratio' ? ratio : ours[floor.figure];
    return { floor, isMet: bad === 0 && (floor.bound === 'at least' ? value >= floor.of : value <= floor.of) };
  });
  return { row, ours, peer: figuresOf(rounds.peer), ratio, notice: noticeOf(rounds.ours), verdicts, bad };
}

export const isMet = ({ verdicts, bad }: Summary): boolean => bad === 0 && verdicts.every((one) => one.isMet);

function figuresOf(rounds: readonly Measured[]): Figures {
  const names = new Set(rounds.flatMap(({ cost = {} }) => Object.keys(cost)));
  const cost = [...names].map((name) => [name, median(rounds.map((one) => one.cost?.[name] ?? 0))]);
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
    cost: Object.fromEntries(cost),
  };
}

function noticeOf(rounds: readonly Measured[]): Summary['notice'] {
  const notices = rounds.flatMap(({ notice }) => notice ?? []);
  if (notices.length === 0) return undefined;
  return { p50Ms: median(notices.map(({ p50Ms }) => p50Ms)), p99Ms: median(notices.map(({ p99Ms }) => p99Ms)) };
}
