import type { Audited } from '../../domain/audit.ts';
import type { Mail } from '../../domain/mail.ts';
import type { Difference, Reconciliation, ReconciliationFact } from '../../domain/reconciliation.ts';

export interface Reconciliations {
  find(id: string): Promise<Reconciliation | undefined>;
  /** Throws `stale`, and `volunteers.reconciliation_running` where another one is running. */
  save(run: Reconciliation, said: readonly (ReconciliationFact | Mail | Audited)[]): Promise<void>;
  /** Those that have begun, the latest first. */
  latest(limit: number): Promise<readonly Reconciliation[]>;
}

/** Empty is any. */
export type DifferenceFilter = Readonly<{ kind: string; channelId: string }>;

/** What runs found, as far as it is kept. */
export interface Differences {
  /** In place of whatever was kept of this run. */
  keep(runId: string, differences: readonly Difference[]): Promise<void>;
  of(runId: string, filter: DifferenceFilter): Promise<readonly Difference[]>;
  /** Forgets those of all runs but these. */
  keepOnly(runIds: readonly string[]): Promise<void>;
}
