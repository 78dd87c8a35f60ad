import { readTable } from '../../adapters/tables/read-table.ts';
import type { ImportOptions } from '../../domain/import-run.ts';
import { startImportHandler } from '../imports/start-import.ts';
import { workOffImportHandler } from '../imports/work-off.ts';
import { aCaller, aService } from '../testing.ts';
import { updateVolunteerHandler } from '../volunteers/update-volunteer.ts';
import { inMemoryImportRows, inMemoryImports, inMemoryRoster } from './imports.ts';

export const header = 'volunteer_id,email,first_name,last_name,phone,area,district,branch,role';
/** A line of a file that is right, unless `change` makes it wrong. */
export const line = (id: string, change: Readonly<Record<string, string>> = {}): string => {
  const cells = {
    id,
    email: `${id}@example.org`,
    first: 'Dana',
    last: id,
    phone: '',
    area: 'haifa',
    district: 'north',
  };
  return Object.values({ ...cells, branch: 'technion', role: 'volunteer', ...change }).join(',');
};

/** A service that imports, and what is done with it. */
export const importWorld = () => {
  const service = aService();
  const deps = {
    ...service,
    imports: inMemoryImports(),
    importRows: inMemoryImportRows(),
    roster: inMemoryRoster(service.volunteers.stored),
    update: updateVolunteerHandler(service),
    readTable,
    nudgeImports: () => undefined,
    report: () => undefined,
  };
  const workOff = workOffImportHandler(deps);
  const start = (lines: readonly string[], options: Partial<ImportOptions> = {}, caller = aCaller()) =>
    startImportHandler(deps)({
      file: Buffer.from([header, ...lines].join('\n')),
      name: 'people.csv',
      options: { dryRun: false, allOrNothing: false, updateExisting: false, ...options },
      caller,
    });
  const finish = async (id: string) => {
    while (deps.imports.due.has(id)) await workOff(id);
    return deps.imports.stored.get(id)!;
  };
  const run = async (lines: readonly string[], options: Partial<ImportOptions> = {}, caller = aCaller()) =>
    finish((await start(lines, options, caller)).id);
  const names = () => [...service.volunteers.stored.values()].map(({ volunteerId }) => volunteerId);
  return { ...deps, workOff, start, finish, run, names };
};
