import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { completeJob, type Job } from '../../domain/job.ts';
import type { Caller } from '../ports.ts';
import type { Jobs, PeopleOfDirectory } from '../record-ports.ts';
import type { Change, SyncDirectory, Synced } from './sync-directory.ts';

export const directoryJob = 'directory-sync';

export type DirectoryState = Readonly<{
  isConfigured: boolean;
  outcome?: Synced['outcome'];
  at?: Date;
  nextAt?: Date;
  joiners: readonly Change[];
  leavers: readonly Change[];
  known: number;
}>;

type Deps = Readonly<{
  jobs: Jobs;
  peopleOfDirectory: PeopleOfDirectory;
  syncDirectory: Handler<SyncDirectory, Synced>;
  isConfigured: boolean;
  clock: Clock;
}>;

/** How the last run went, and when the next one is. */
export const getDirectoryHandler =
  ({ jobs, peopleOfDirectory, isConfigured }: Deps): Handler<void, DirectoryState> =>
  async () => {
    const [job, known] = await Promise.all([jobs.find(directoryJob), peopleOfDirectory()]);
    return { isConfigured, joiners: [], leavers: [], known: known.length, ...lastOf(job) };
  };

const lastOf = (job: Job | undefined): Pick<DirectoryState, 'nextAt' | 'at' | 'outcome'> => {
  const outcome = job?.memory['outcome'];
  const isOutcome = outcome === 'done' || outcome === 'stopped';
  return {
    ...(job && { nextAt: job.dueAt }),
    ...(job?.lastAt && { at: job.lastAt }),
    ...(isOutcome && { outcome }),
  };
};

/** Runs it now, beside the daily run; both go on from the same place. */
export const runDirectoryHandler =
  (deps: Deps): Handler<Readonly<{ dryRun: boolean; caller: Caller }>, DirectoryState> =>
  async ({ dryRun, caller }) => {
    const { jobs, syncDirectory, clock } = deps;
    const before = await jobs.find(directoryJob);
    const { link, ...synced } = await syncDirectory({ link: before?.memory['link'], dryRun, caller });
    const at = clock.now();
    if (!dryRun) {
      await retryStale(async () => {
        const job = await jobs.find(directoryJob);
        if (job) await jobs.save(completeJob(job, memoryOf({ ...synced, link }), at, job.dueAt));
      });
    }
    const nextAt = before?.dueAt;
    return { isConfigured: true, ...synced, at, ...(nextAt && { nextAt }) };
  };

/** What is kept from run to run. */
export const memoryOf = ({ outcome, link }: Pick<Synced, 'outcome' | 'link'>): Job['memory'] => ({
  outcome,
  ...(link !== undefined && { link }),
});
