import type { Envelope } from '@guildhall/messaging';
import { type Aggregates, type IndexSpec, isDuplicateKey, type Stored } from '@guildhall/mongo';
import type { Reconciliations } from '../../app/drift/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { Mail } from '../../domain/mail.ts';
import { type Reconciliation, type ReconciliationFact, runDueAt } from '../../domain/reconciliation.ts';
import { refusals } from '../../domain/refusals.ts';

export const reconciliationCollection = 'reconciliations';
const oneRunning = 'one_running';

export type ReconciliationState = Omit<Reconciliation, 'id' | 'version'>;

export const reconciliationIndexes: readonly IndexSpec[] = [
  // One at a time, whatever processes there are.
  { name: oneRunning, keys: { 'state.state': 1 }, unique: true, where: { 'state.state': 'running' } },
  // The latest ones.
  { name: 'by_start', keys: { 'state.startedAt': -1 } },
];

type Deps = Readonly<{
  runs: Aggregates<ReconciliationState>;
  toMessages: (said: ReconciliationFact | Mail | Audited) => readonly Envelope[];
}>;

const toRun = ({ _id, version, state }: Pick<Stored<ReconciliationState>, '_id' | 'version' | 'state'>) => ({
  ...state,
  id: _id,
  version,
});

export const reconciliationRepository = ({ runs, toMessages }: Deps): Reconciliations => ({
  find: async (id) => {
    const found = await runs.find(id);
    return found && toRun({ _id: found.id, version: found.version, state: found.state });
  },
  save: async (run, said) => {
    const { id, version, ...state } = run;
    const messages = said.flatMap(toMessages);
    await runs.save({ id, version, state, messages, dueAt: runDueAt(run) }).catch((cause: unknown) => {
      throw isDuplicateKey(cause, oneRunning) ? refusals.reconciliationRunning(cause) : cause;
    });
  },
  latest: async (limit) => {
    const begun: Readonly<Record<string, unknown>> = { 'state.state': { $ne: 'planned' } };
    const query = runs.model.find(begun, { version: 1, state: 1 }).sort({ 'state.startedAt': -1, _id: -1 });
    return (await query.limit(limit).batchSize(limit).lean<Stored<ReconciliationState>[]>()).map(toRun);
  },
});
