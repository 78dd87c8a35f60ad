import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { ReminderSends } from '../../app/reminders/ports.ts';
import type { Errand } from '../../domain/errand.ts';
import type { ReminderSend } from '../../domain/reminder.ts';

export const sendCollection = 'reminder_sends';
export type SendRow = Omit<ReminderSend, 'id' | 'version'>;

export const sendIndexes: readonly IndexSpec[] = [
  // What became of everybody in a run.
  { name: 'run_people', keys: { 'state.runId': 1, 'state.personId': 1 } },
  // Erasure of a person.
  { name: 'person', keys: { 'state.personId': 1 } },
];

const keptMs = 30 * 24 * 3_600_000;
const oneBatch = 100_000;

type Deps = Readonly<{ sends: Aggregates<SendRow>; toMessage: (errand: Errand) => Envelope }>;

/** Each is kept for thirty days: then it is due, and removed. */
export function reminderSendRepository({ sends, toMessage }: Deps) {
  const read = async (filter: Readonly<Record<string, unknown>>): Promise<ReminderSend[]> => {
    const query = sends.model.find(filter, { version: 1, state: 1 }).batchSize(oneBatch);
    const found = await query.lean<Stored<SendRow>[]>();
    return found.map(({ _id, version, state }) => ({ ...state, id: _id, version }));
  };
  const repository: ReminderSends = {
    find: async (id) => {
      const found = await sends.find(id);
      return found && { ...found.state, id: found.id, version: found.version };
    },
    of: (runId) => read({ 'state.runId': runId }),
    save: async ({ id, version, ...state }, errands) => {
      const dueAt = new Date(state.at.getTime() + keptMs);
      await sends.save({ id, version, state, messages: errands.map(toMessage), dueAt });
    },
    forget: async (personId) => {
      const found = await read({ 'state.personId': personId });
      await Promise.all(found.map(({ id, version }) => sends.remove(id, version)));
    },
  };
  const remove = async (id: string): Promise<void> => {
    const found = await sends.find(id);
    if (found) await sends.remove(id, found.version);
  };
  return { repository, remove };
}
