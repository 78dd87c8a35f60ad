import type { Measured } from '../load/phase.ts';

export const sides = ['ours', 'peer'] as const;
export type Side = (typeof sides)[number];

/** A line of the results: one thing measured on both sides. */
export type Row = Readonly<{
  id: string;
  title: string;
  peer: string;
  floors: readonly Floor[];
}>;

/** What must hold; `of` says by how much. */
export type Floor = Readonly<{
  figure: 'perSecond' | 'ratio' | 'p50Ms' | 'p99Ms';
  bound: 'at least' | 'at most';
  of: number;
}>;

/** Measures for so many seconds. */
type Run<T> = (seconds: number) => Promise<T>;

/** One run gives the measurements of one or more rows. */
export type Experiment = Readonly<{
  rows: readonly Row[];
  run: Readonly<Record<Side, Run<Readonly<Record<string, Measured>>>>>;
}>;

/** An experiment that is one row. */
export const single = (row: Row, run: Readonly<Record<Side, Run<Measured>>>): Experiment => ({
  rows: [row],
  run: {
    ours: async (seconds) => ({ [row.id]: await run.ours(seconds) }),
    peer: async (seconds) => ({ [row.id]: await run.peer(seconds) }),
  },
});
