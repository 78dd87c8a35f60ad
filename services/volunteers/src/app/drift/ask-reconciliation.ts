import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { asked, type Reconciliation } from '../../domain/reconciliation.ts';
import type { Caller } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';
import type { Reconciliations } from './ports.ts';

export type AskReconciliation = Readonly<{ dryRun: boolean; caller: Caller }>;

type Deps = Readonly<{ reconciliations: Reconciliations; newId: NewId; clock: Clock; begin: () => void }>;

/** Begins a run at once, unless one is running. */
export const askReconciliationHandler =
  ({ reconciliations, newId, clock, begin }: Deps): Handler<AskReconciliation, Reconciliation> =>
  async ({ dryRun, caller }) => {
    const now = clock.now();
    const run = asked(newId(), dryRun, caller.principal.personId, now);
    const act = { action: dryRun ? 'reconciliation.tried' : 'reconciliation.asked' };
    await reconciliations.save(run, [auditedAct(run, now, caller, act)]);
    begin();
    return run;
  };
