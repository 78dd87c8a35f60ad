import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { importRefusals } from '../../domain/import-refusals.ts';
import { cancelled, type ImportRun, isOver } from '../../domain/import-run.ts';
import type { Caller } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';
import type { Imports } from './ports.ts';

export type CancelImport = Readonly<{ importId: string; caller: Caller }>;

type Deps = Readonly<{ imports: Imports; clock: Clock; nudgeImports: () => void }>;

/** Stops an import after the lines that are under way. What it has done stays. */
export const cancelImportHandler =
  ({ imports, clock, nudgeImports }: Deps): Handler<CancelImport, ImportRun> =>
  ({ importId, caller }) =>
    retryStale(async () => {
      const run = await imports.find(importId);
      if (!run) throw importRefusals.importNotFound();
      if (isOver(run)) throw importRefusals.importOver();
      const now = clock.now();
      const next = cancelled(run, now);
      const act = { action: 'import.cancelled', subject: run.name, after: `${run.done} of ${run.rows} lines` };
      await imports.save(next, [auditedAct(next, now, caller, act)], now);
      nudgeImports();
      return next;
    });
