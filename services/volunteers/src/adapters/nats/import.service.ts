import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { ImportService } from '@guildhall/contracts/volunteers/v1/imports';
import type { Handler } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import type { CancelImport } from '../../app/imports/cancel-import.ts';
import type { NamedImport } from '../../app/imports/look-up-imports.ts';
import type { StartImport } from '../../app/imports/start-import.ts';
import type { ImportRun } from '../../domain/import-run.ts';
import { callerOf } from './caller.ts';

export type ImportHandlers = Readonly<{
  start: Handler<StartImport, ImportRun>;
  list: Handler<void, readonly NamedImport[]>;
  get: Handler<string, NamedImport>;
  cancel: Handler<CancelImport, ImportRun>;
}>;

/** The contract's methods in terms of the use cases. */
export const importService = (use: ImportHandlers): Implementation<typeof ImportService> => ({
  startImport: async ({ file, name, dryRun, allOrNothing, updateExisting }, call) => {
    const options = { dryRun, allOrNothing, updateExisting };
    const { id } = await use.start({ file, name, options, caller: callerOf(call) });
    return importToProto(await use.get(id));
  },
  listImports: async () => ({ imports: (await use.list()).map(importToProto) }),
  getImport: async ({ importId }) => importToProto(await use.get(importId)),
  cancelImport: async ({ importId }, call) => {
    await use.cancel({ importId, caller: callerOf(call) });
    return importToProto(await use.get(importId));
  },
});

const importToProto = ({ run, by }: NamedImport) => ({
  importId: run.id,
  name: run.name,
  state: run.state === 'loading' ? 'checking' : run.state,
  ...run.options,
  rows: run.rows,
  done: run.done,
  ...run.counts,
  warnings: run.warnings,
  issues: run.issues.map((issue) => ({ ...issue })),
  startedAt: timestampFromDate(run.startedAt),
  ...(run.finishedAt && { finishedAt: timestampFromDate(run.finishedAt) }),
  by,
});
