import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { readImportFile } from '../../domain/import-file.ts';
import { begun, type ImportOptions, type ImportRun, type Initiator, loaded } from '../../domain/import-run.ts';
import { importRefusals } from '../../domain/import-refusals.ts';
import type { Caller } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';
import type { ImportRows, Imports, ReadTable } from './ports.ts';

export type StartImport = Readonly<{ file: Uint8Array; name: string; options: ImportOptions; caller: Caller }>;

type Deps = Readonly<{
  imports: Imports;
  importRows: ImportRows;
  readTable: ReadTable;
  clock: Clock;
  newId: NewId;
  nudgeImports: () => void;
}>;

const mostBytes = 8_000_000;
/** A process that dies while it keeps the lines leaves them for so long. */
const loadingMs = 10 * 60_000;

/** Reads the file and keeps its lines; they are worked off in the background. */
export const startImportHandler =
  (deps: Deps): Handler<StartImport, ImportRun> =>
  async ({ file, name, options, caller }) => {
    const { imports, importRows, clock } = deps;
    if (file.byteLength === 0) throw importRefusals.badFile('is empty');
    if (file.byteLength > mostBytes) throw importRefusals.badFile('is larger than 8 MB: split it');
    const { columns, rows, issues } = readImportFile(await deps.readTable(file), options.updateExisting);
    const now = clock.now();
    const given = { id: deps.newId(), name: name.trim(), options, columns, rows: rows.length, issues };
    const run = begun({ ...given, by: initiatorOf(caller) }, now);
    await imports.save(run, [], new Date(now.getTime() + loadingMs));
    await importRows.keep(run.id, rows);
    const ready = loaded(run);
    const act = { action: 'import.started', subject: run.name, after: `${run.rows} lines` };
    await imports.save(ready, [auditedAct(ready, now, caller, act)], now);
    deps.nudgeImports();
    return ready;
  };

function initiatorOf({ principal, ip, userAgent }: Caller): Initiator {
  const { personId, displayName, kind } = principal;
  const isPerson = kind === 'session' || kind === 'token' || kind === 'app';
  return { personId, displayName, kind: isPerson ? kind : 'service', ip, userAgent };
}
