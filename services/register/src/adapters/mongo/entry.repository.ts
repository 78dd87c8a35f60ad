import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { Entries } from '../../app/evacuation/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { Entry, EntryMessage } from '../../domain/evacuation/entry.ts';
import type { Incident } from '../../domain/evacuation/incident.ts';

export const entryCollection = 'incident_entries';
export type EntryState = Omit<Entry, 'id' | 'version'>;

export const entryIndexes: readonly IndexSpec[] = [
  // The board of an incident.
  { name: 'by_incident', keys: { 'state.incidentId': 1 } },
  // Forgetting a person.
  { name: 'by_person', keys: { 'state.personId': 1 } },
];

type Deps = Readonly<{
  entries: Aggregates<EntryState>;
  toMessages: (message: EntryMessage | Audited, incident: Incident) => Promise<readonly Envelope[]>;
}>;

// An entry that changes between two batches of a cursor may come twice, yet everybody is on the board once.
const oneBatch = 100_000;

export function entryRepository({ entries, toMessages }: Deps): Entries {
  const read = async (where: Readonly<Record<string, string>>): Promise<readonly Entry[]> => {
    const query = entries.model.find(where, { version: 1, state: 1 }).batchSize(oneBatch);
    const found = await query.lean<Stored<EntryState>[]>();
    const latest = found.map(({ _id, version, state }) => ({ ...state, id: _id, version }));
    return [...new Map(latest.map((entry) => [entry.id, entry])).values()];
  };
  return {
    find: async (id) => {
      const found = await entries.find(id);
      return found && { ...found.state, id: found.id, version: found.version };
    },
    of: (incidentId) => read({ 'state.incidentId': incidentId }),
    about: (personId) => read({ 'state.personId': personId }),
    save: async ({ id, version, ...state }, incident, caused) => {
      const messages = (await Promise.all(caused.map((message) => toMessages(message, incident)))).flat();
      await entries.save({ id, version, state, messages, dueAt: state.call?.dueAt });
    },
  };
}
