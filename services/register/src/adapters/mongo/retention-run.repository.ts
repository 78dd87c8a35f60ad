import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { RetentionRuns } from '../../app/retention/ports.ts';
import { type RetentionFact, retentionDueAt, type RetentionRun } from '../../domain/retention/retention-run.ts';

export const retentionCollection = 'retention_runs';
export type RetentionState = Omit<RetentionRun, 'id' | 'version'>;

export const retentionIndexes: readonly IndexSpec[] = [
  // The runs of all sites, newest first.
  { name: 'by_time', keys: { 'state.plannedAt': -1, _id: -1 } },
  // The runs of a site, newest first.
  { name: 'site_by_time', keys: { 'state.siteId': 1, 'state.plannedAt': -1, _id: -1 } },
];

type Found = Readonly<{ _id: string; version: number }>;

// Some years of nights; what is left goes the next night.
const most = 2_000;

type Deps = Readonly<{ runs: Aggregates<RetentionState>; toMessage: (fact: RetentionFact) => Envelope }>;

export const retentionRunRepository = ({ runs, toMessage }: Deps): RetentionRuns => ({
  find: async (id) => {
    const found = await runs.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  begun: async ({ siteId, limit, before }) => {
    const where = {
      ...(siteId && { 'state.siteId': siteId }),
      'state.startedAt': { $exists: true },
      ...(before && {
        'state.plannedAt': { $lte: before.at },
        $or: [{ 'state.plannedAt': { $lt: before.at } }, { _id: { $lt: before.id } }],
      }),
    };
    const query = runs.model.find(where, { version: 1, state: 1 }).sort({ 'state.plannedAt': -1, _id: -1 });
    const found = await query.limit(limit).batchSize(limit).lean<Stored<RetentionState>[]>();
    return found.map(({ _id, version, state }) => ({ ...state, id: _id, version }));
  },
  removeBefore: async (siteId, date) => {
    const where = { 'state.siteId': siteId, 'state.date': { $lt: date }, 'state.completedAt': { $exists: true } };
    const found = await runs.model.find(where, { version: 1 }).limit(most).batchSize(most).lean<Found[]>();
    for (const { _id, version } of found) await runs.remove(_id, version);
  },
  save: async (run, facts) => {
    const { id, version, ...state } = run;
    await runs.save({ id, version, state, messages: facts.map(toMessage), dueAt: retentionDueAt(run) });
  },
});
