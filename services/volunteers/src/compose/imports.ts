import type { DescMethod } from '@bufbuild/protobuf';
import { ImportService } from '@guildhall/contracts/volunteers/v1/imports';
import { serve } from '@guildhall/messaging';
import { dueItems } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { importRowsRepository } from '../adapters/mongo/import-rows.repository.ts';
import { roster } from '../adapters/mongo/roster.repository.ts';
import { importService } from '../adapters/nats/import.service.ts';
import { phoneNumbers } from '../adapters/phone/phone-numbers.ts';
import { readTable } from '../adapters/tables/read-table.ts';
import { cancelImportHandler } from '../app/imports/cancel-import.ts';
import { getImportHandler, listImportsHandler } from '../app/imports/look-up-imports.ts';
import { startImportHandler } from '../app/imports/start-import.ts';
import { workOffImportHandler } from '../app/imports/work-off.ts';
import { createVolunteerHandler } from '../app/volunteers/create-volunteer.ts';
import { updateVolunteerHandler } from '../app/volunteers/update-volunteer.ts';
import type { Settings } from '../config.ts';
import type { Running } from './parts.ts';

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Imports from files: taken by the contract's methods, worked off in the background. */
export async function serveImports(process: Process<Settings>, parts: Running): Promise<void> {
  const { bus, clock, life, log, settings, store } = process;
  let wake = (): void => undefined;
  const given = { ...parts, phoneOf: phoneNumbers(settings.DEFAULT_REGION) };
  const deps = {
    ...given,
    importRows: await importRowsRepository(store.connection),
    roster: roster(parts.kept.volunteers),
    readTable,
    create: createVolunteerHandler(given),
    update: updateVolunteerHandler(given),
    nudgeImports: () => wake(),
    report: (error: unknown, importId: string): void => log.error({ error, importId }, 'an import could not go on'),
  };
  const handle = workOffImportHandler(deps);
  const due = await life.hold(
    'imports due',
    dueItems({ of: parts.kept.imports, clock, handle, report: deps.report }),
    close,
  );
  wake = due.nudge;
  await life.hold('imports clock', clock.onMove(due.nudge), (stop) => stop());
  const report = (error: unknown, method: DescMethod): void => log.error({ error, method: method.name }, 'method');
  const handlers = {
    start: startImportHandler(deps),
    list: listImportsHandler(deps),
    get: getImportHandler(deps),
    cancel: cancelImportHandler(deps),
  };
  await life.hold('import methods', serve(bus, ImportService, importService(handlers), { report }), close);
}
