import { median } from '../measure/latencies.ts';

/** Two answers that were measured one after the other, in milliseconds. */
export type Pair = Readonly<{ known: number; unknown: number }>;

/** Medians in milliseconds; `differenceMs` is the median of what each pair differed by, more where the known one took longer. */
export type Differences = Readonly<{ pairs: number; knownMs: number; unknownMs: number; differenceMs: number }>;

export const differencesOf = (pairs: readonly Pair[]): Differences => ({
  pairs: pairs.length,
  knownMs: median(pairs.map(({ known }) => known)),
  unknownMs: median(pairs.map(({ unknown }) => unknown)),
  differenceMs: median(pairs.map(({ known, unknown }) => known - unknown)),
});
