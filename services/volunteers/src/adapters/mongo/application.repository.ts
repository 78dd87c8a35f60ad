import type { Envelope } from '@guildhall/messaging';
import { type Aggregates, type IndexSpec, isDuplicateKey, type Stored } from '@guildhall/mongo';
import type { Applications } from '../../app/applications/ports.ts';
import type { Application } from '../../domain/application.ts';
import { applicationDueAt } from '../../domain/application-due.ts';
import type { Audited } from '../../domain/audit.ts';
import { governanceRefusals } from '../../domain/governance-refusals.ts';
import type { Letter } from '../../domain/letter.ts';

export const applicationCollection = 'applications';
const oneOpen = 'one_open';

export type ApplicationState = Omit<Application, 'id' | 'version'>;

const open = { 'state.state': { $in: ['unconfirmed', 'waiting', 'approving'] } };

export const applicationIndexes: readonly IndexSpec[] = [
  // The application of an address; there is one at a time.
  { name: oneOpen, keys: { 'state.email': 1 }, unique: true, where: open },
  // The queue.
  { name: 'by_state', keys: { 'state.state': 1, 'state.appliedAt': 1 } },
];

const most = 1_000;

type Deps = Readonly<{
  applications: Aggregates<ApplicationState>;
  toMessages: (said: Audited | Letter) => readonly Envelope[];
}>;

export function applicationRepository({ applications, toMessages }: Deps): Applications {
  const read = async (filter: Readonly<Record<string, unknown>>): Promise<Application[]> => {
    const query = applications.model.find(filter, { version: 1, state: 1 }).sort({ 'state.appliedAt': 1, _id: 1 });
    const found = await query.limit(most).batchSize(most).lean<Stored<ApplicationState>[]>();
    return found.map(({ _id, version, state }) => ({ ...state, id: _id, version }));
  };
  return {
    find: async (id) => {
      const found = await applications.find(id);
      return found && { ...found.state, id: found.id, version: found.version };
    },
    openFor: async (email) => (await read({ ...open, 'state.email': email }))[0],
    list: (states, locationIds) =>
      read({
        'state.state': { $in: [...states] },
        ...(locationIds && { 'state.locationId': { $in: [...locationIds] } }),
      }),
    save: async (application, said) => {
      const { id, version, ...state } = application;
      const dueAt = applicationDueAt(application);
      await applications.save({ id, version, state, messages: said.flatMap(toMessages), dueAt }).catch((cause) => {
        throw isDuplicateKey(cause, oneOpen) ? governanceRefusals.applicationOpen(cause) : cause;
      });
    },
    remove: ({ id, version }) => applications.remove(id, version),
  };
}
