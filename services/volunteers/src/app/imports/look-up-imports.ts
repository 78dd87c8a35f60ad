import type { Handler } from '@guildhall/kernel';
import { importRefusals } from '../../domain/import-refusals.ts';
import type { ImportRun } from '../../domain/import-run.ts';
import type { People } from '../ports.ts';
import type { Imports } from './ports.ts';

/** An import with the name of who began it. */
export type NamedImport = Readonly<{ run: ImportRun; by: string }>;

type Deps = Readonly<{ imports: Imports; people: Pick<People, 'namesOf'> }>;

export const getImportHandler =
  ({ imports, people }: Deps): Handler<string, NamedImport> =>
  async (id) => {
    const run = await imports.find(id);
    if (!run) throw importRefusals.importNotFound();
    return { run, by: (await people.namesOf([run.by.personId])).get(run.by.personId) ?? '' };
  };

const mostListed = 100;

export const listImportsHandler =
  ({ imports, people }: Deps): Handler<void, readonly NamedImport[]> =>
  async () => {
    const runs = await imports.latest(mostListed);
    const names = await people.namesOf([...new Set(runs.map(({ by }) => by.personId))]);
    return runs.map((run) => ({ run, by: names.get(run.by.personId) ?? '' }));
  };
