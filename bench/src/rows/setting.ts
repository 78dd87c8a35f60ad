import type { Measured, Phase } from '../load/phase.ts';
import { costOf, type Usage } from '../measure/processor-time.ts';
import type { Member } from '../platform/people.ts';
import type { Trial } from '../platform/trial.ts';

/** What every experiment has at hand. */
export type Setting = Readonly<{
  trial: Trial;
  members: readonly Member[];
  /** Makes the load of one phase, from a process of its own. */
  load: (phase: Phase) => Promise<Measured>;
  /** The processor time used so far by every process that takes part. */
  usage: () => Promise<Usage>;
}>;

/** Adds what each good answer cost, up to the moment when all its consequences are done. */
export async function withCost({ usage }: Setting, measure: () => Promise<Measured>): Promise<Measured> {
  const before = await usage();
  const measured = await measure();
  return { ...measured, cost: costOf(before, await usage(), measured.good) };
}
