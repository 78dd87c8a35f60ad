import { type Clock, isStale, retryStale } from '@guildhall/kernel';
import { completeJob, holdJob, type Job, newJob } from '../../domain/job.ts';
import type { Jobs } from '../record-ports.ts';

export type JobDefinition = Readonly<{
  id: string;
  /** The first time after this moment. */
  next: (after: Date) => Date;
  /** Gives what to remember; should it throw, it is tried again when the hold is over. */
  run: (memory: Job['memory']) => Promise<Job['memory']>;
}>;

type Deps = Readonly<{ jobs: Jobs; clock: Clock }>;

/** Runs what is due once, however many replicas ask: whoever holds it first does it. */
export const jobRunner = ({ jobs, clock }: Deps, definitions: readonly JobDefinition[]) => ({
  /** At every start: the jobs exist. */
  prepare: async (): Promise<void> => {
    for (const { id, next } of definitions) {
      if (await jobs.find(id)) continue;
      await jobs.save(newJob(id, next(clock.now()))).catch((error: unknown) => {
        if (!isStale(error)) throw error;
      });
    }
  },
  run: async (id: string): Promise<void> => {
    const definition = definitions.find((one) => one.id === id);
    const held = definition && (await hold({ jobs, clock }, id));
    if (!definition || !held) return;
    const memory = await definition.run(held.memory);
    await retryStale(async () => {
      const current = await jobs.find(id);
      const at = clock.now();
      if (current) await jobs.save(completeJob(current, memory, at, definition.next(at)));
    });
  },
});

async function hold({ jobs, clock }: Deps, id: string): Promise<Job | undefined> {
  const current = await jobs.find(id);
  const held = current && holdJob(current, clock.now());
  if (held) await jobs.save(held);
  return held;
}
