import type { Mail } from './mail.ts';
import { ended, type Reconciliation, type ReconciliationFact } from './reconciliation.ts';

export type Result = Pick<Reconciliation, 'channels' | 'members' | 'calls' | 'totals' | 'reason'> &
  Readonly<{ state: 'done' | 'stopped' | 'failed' }>;

export function finished(
  run: Reconciliation,
  { state, reason, ...counts }: Result,
  now: Date,
): Readonly<{ next: Reconciliation; said: readonly (ReconciliationFact | Mail)[] }> {
  const next = ended({ ...run, ...counts, version: run.version + 1 }, { state, reason }, now);
  const fact: ReconciliationFact = { type: 'drift-found', run: next, at: now };
  return { next, said: state === 'stopped' ? [fact, stoppedAlert(next, now)] : [fact] };
}

const stoppedAlert = ({ id, reason }: Reconciliation, at: Date): Mail => ({
  type: 'alert',
  key: `reconciliation:${id}:stopped`,
  at,
  headline: 'The comparison of access was stopped',
  lines: [`${reason} Nothing was changed.`],
  steps: [
    'Look at what it found in Guildhall under Volunteers, Differences.',
    'Where that is right, take the access away in the system, or give the people a role that has it.',
    'Then start the comparison again.',
  ],
});
