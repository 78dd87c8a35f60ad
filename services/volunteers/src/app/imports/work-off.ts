import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import {
  type BatchOutcome,
  cancelled,
  type ImportRun,
  isOver,
  progressed,
  rowsAtOnce,
} from '../../domain/import-run.ts';
import type { Caller } from '../ports.ts';
import { authorityOf } from '../volunteers/authority.ts';
import type { CreateDeps } from '../volunteers/create-volunteer.ts';
import { groundOf } from '../volunteers/storing.ts';
import type { Checking } from './check-row.ts';
import { type Doing, type Done, doRow } from './do-row.ts';
import { knownFor } from './known.ts';
import type { ImportRows, Imports, Roster } from './ports.ts';

type Deps = CreateDeps &
  Doing &
  Readonly<{
    imports: Imports;
    importRows: ImportRows;
    roster: Roster;
    clock: Clock;
    nudgeImports: () => void;
  }>;

const claimMs = 60_000;

/**
 * Works off the next lines of an import. A process that dies over them leaves them to the next, which does none twice:
 * who was added carries an id that follows from the line.
 */
export const workOffImportHandler =
  (deps: Deps): Handler<string> =>
  async (id) => {
    const run = await deps.imports.find(id);
    if (!run || run.cleared) return;
    if (run.state === 'loading') return deps.imports.save(cancelled(run, deps.clock.now()), [], deps.clock.now());
    if (isOver(run)) return clear(deps, run);
    const now = deps.clock.now();
    if (run.claimedUntil && run.claimedUntil > now) return deps.imports.save(next(run), [], run.claimedUntil);
    const claimedUntil = new Date(now.getTime() + claimMs);
    await deps.imports.save({ ...next(run), claimedUntil }, [], claimedUntil);
    const outcome = await workOff(deps, run);
    await retryStale(async () => {
      const current = await deps.imports.find(id);
      const after = current && progressed(current, run.state, outcome, deps.clock.now());
      if (after && after !== current) await deps.imports.save(after, [], deps.clock.now());
    });
    deps.nudgeImports();
  };

const next = (run: ImportRun): ImportRun => ({ ...run, version: run.version + 1 });

async function clear({ imports, importRows }: Deps, run: ImportRun): Promise<void> {
  await importRows.remove(run.id);
  await imports.save({ ...next(run), cleared: true }, [], undefined);
}

async function workOff(deps: Deps, run: ImportRun): Promise<BatchOutcome> {
  const rows = await deps.importRows.batch(run.id, run.done / rowsAtOnce);
  const caller = callerOf(run);
  const checking: Checking = {
    ...deps,
    run,
    ground: await groundOf(deps),
    authority: await authorityOf(deps.scopes, caller),
    known: await knownFor(deps.roster, rows),
  };
  const done = await Promise.all(rows.map((row) => doRow(deps, row, checking, { run, caller })));
  const count = (what: Done['what']): number => done.filter((one) => one.what === what).length;
  return {
    from: run.done,
    rows: rows.length,
    counts: {
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      failed: count('failed'),
    },
    issues: done.flatMap(({ issues }) => issues),
  };
}

/** Whoever began it, in whose name the lines are done. */
function callerOf({ by }: ImportRun): Caller {
  const { ip, userAgent, ...person } = by;
  return { principal: { ...person, sessionId: '', permissions: [] }, ip, userAgent };
}
