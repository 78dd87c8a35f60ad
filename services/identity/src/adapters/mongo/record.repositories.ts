import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec } from '@guildhall/mongo';
import type { Clock } from '@guildhall/kernel';
import type { Jobs, Merges, PeopleOfDirectory } from '../../app/record-ports.ts';
import type { Audited } from '../../domain/audit.ts';
import { type Job, jobDueAt } from '../../domain/job.ts';
import { type Merge, mergeDueAt, type MergeFact } from '../../domain/merge.ts';
import { findAll, findById } from './documents.ts';
import type { PersonState } from './person.collection.ts';

export type MergeState = Omit<Merge, 'id' | 'version'>;
export type JobState = Omit<Job, 'id' | 'version' | 'dueAt'> & Readonly<{ nextAt: Date }>;

export const mergeIndexes: readonly IndexSpec[] = [
  // ListMerges: the newest first.
  { name: 'merges_by_time', keys: { 'state.at': -1 } },
];

type MergeDeps = Readonly<{
  merges: Aggregates<MergeState>;
  toMessage: (fact: MergeFact | Audited) => Envelope;
  clock: Clock;
}>;

export const mergeRepository = ({ merges, toMessage, clock }: MergeDeps): Merges => ({
  find: (id) => findById(merges, id),
  recent: (limit) => findAll(merges, { 'state.at': { $gt: new Date(0) } }, { sort: { 'state.at': -1 }, limit }),
  save: async (merge, facts) => {
    const { id, version, ...state } = merge;
    const dueAt = mergeDueAt(merge, clock.now());
    await merges.save({ id, version, state, messages: facts.map(toMessage), dueAt });
  },
});

export const jobRepository = (jobs: Aggregates<JobState>): Jobs => ({
  find: async (id) => {
    const found = await findById(jobs, id);
    if (!found) return undefined;
    const { nextAt: dueAt, ...rest } = found;
    return { ...rest, dueAt };
  },
  save: async (job) => {
    const { id, version, dueAt: nextAt, ...state } = job;
    await jobs.save({ id, version, state: { ...state, nextAt }, dueAt: jobDueAt(job) });
  },
});

const everybody = 1_000_000;

export const peopleOfDirectory =
  (people: Aggregates<PersonState>): PeopleOfDirectory =>
  async () => {
    const found = await findAll(people, { 'state.directoryId': { $exists: true } }, { limit: everybody });
    return found.flatMap(({ id, directoryId, status }) =>
      directoryId && status !== 'erased' && status !== 'merged'
        ? [{ id, directoryId, isActive: status === 'active' }]
        : [],
    );
  };
