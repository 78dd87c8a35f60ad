import type { Supervised } from './spec.ts';

/** Stops processes one after the other, the last started first: nobody loses what it still needs. */
export const stopInReverse = async (processes: readonly Supervised[]): Promise<void> => {
  for (const one of processes.toReversed()) await one.stop();
};
