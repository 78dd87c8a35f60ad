import type { Measured } from '../load/phase.ts';
import { type Experiment, type Row, type Side, sides } from '../rows/row.ts';

export type Rounds = Readonly<Record<Side, readonly Measured[]>>;

export type RoundsOptions = Readonly<{
  rounds: number;
  seconds: number;
  /** Length of the first round, which is not counted. */
  warmUpSeconds: number;
  onMeasured: (round: number, row: Row, side: Side, measured: Measured) => void;
}>;

/** Each round measures everything, both sides one after the other, and the next round in the other order. */
export async function inRounds(list: readonly Experiment[], options: RoundsOptions): Promise<Map<Row, Rounds>> {
  const kept = new Map<Row, Kept>();
  for (const row of list.flatMap(({ rows }) => rows)) kept.set(row, { ours: [], peer: [] });
  for (let round = 0; round <= options.rounds; round++) {
    const order = round % 2 === 0 ? sides : sides.toReversed();
    for (const experiment of list) {
      for (const side of order) await measureOne(experiment, side, round, options, kept);
    }
  }
  return kept;
}

type Kept = Record<Side, Measured[]>;

async function measureOne(
  { rows, run }: Experiment,
  side: Side,
  round: number,
  { seconds, warmUpSeconds, onMeasured }: RoundsOptions,
  kept: Map<Row, Kept>,
): Promise<void> {
  const measured = await run[side](round === 0 ? warmUpSeconds : seconds);
  for (const row of rows) {
    const one = measured[row.id];
    if (one === undefined || round === 0) continue;
    kept.get(row)?.[side].push(one);
    onMeasured(round, row, side, one);
  }
}
