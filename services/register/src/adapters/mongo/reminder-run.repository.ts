import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { ReminderRuns } from '../../app/reminders/ports.ts';
import type { ReminderRun, RunFact } from '../../domain/reminder.ts';

export const runCollection = 'reminder_runs';
export type RunState = Omit<ReminderRun, 'id' | 'version'>;

export const runIndexes: readonly IndexSpec[] = [
  // The runs of a site, newest first: the id goes by the day.
  { name: 'site_runs', keys: { 'state.siteId': 1, _id: -1 } },
];

type Deps = Readonly<{ runs: Aggregates<RunState>; toMessage: (fact: RunFact) => Envelope }>;

/** A run is due while somebody may still have to be asked, so that it goes on after a crash. */
export const reminderRunRepository = ({ runs, toMessage }: Deps): ReminderRuns => ({
  find: async (id) => {
    const found = await runs.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  of: async (siteId, limit, before) => {
    const filter = { 'state.siteId': siteId, ...(before && { _id: { $lt: before } }) };
    const query = runs.model.find(filter, { version: 1, state: 1 }).sort({ _id: -1 }).limit(limit).batchSize(limit);
    const found = await query.lean<Stored<RunState>[]>();
    return found.map(({ _id, version, state }) => ({ ...state, id: _id, version }));
  },
  save: async ({ id, version, ...state }, facts) => {
    const dueAt = state.asking ? state.at : undefined;
    await runs.save({ id, version, state, messages: facts.map(toMessage), dueAt });
  },
});
