import { rowsAtOnce } from '../../domain/import-run.ts';
import type { ImportRow } from '../../domain/import-row.ts';
import type { ImportRun } from '../../domain/import-run.ts';
import { nameKey } from '../../domain/name-key.ts';
import { nameOf, type Volunteer } from '../../domain/volunteer.ts';
import type { ImportRows, Imports, Roster } from '../imports/ports.ts';
import { stale } from './clock.ts';

export const inMemoryImports = () => {
  const stored = new Map<string, ImportRun>();
  const due = new Map<string, Date>();
  const said: { type: string }[] = [];
  const imports: Imports = {
    find: async (id) => stored.get(id),
    latest: async (limit) => [...stored.values()].toReversed().slice(0, limit),
    save: async (run, told, dueAt) => {
      await Promise.resolve();
      if ((stored.get(run.id)?.version ?? 0) !== run.version - 1) throw stale();
      stored.set(run.id, run);
      said.push(...told);
      if (dueAt) due.set(run.id, dueAt);
      else due.delete(run.id);
    },
  };
  return { ...imports, stored, due, said };
};

export const inMemoryImportRows = () => {
  const stored = new Map<string, readonly ImportRow[]>();
  const rows: ImportRows = {
    keep: async (importId, some) => void stored.set(importId, some),
    batch: async (importId, index) => (stored.get(importId) ?? []).slice(index * rowsAtOnce, (index + 1) * rowsAtOnce),
    remove: async (importId) => void stored.delete(importId),
  };
  return { ...rows, stored };
};

export const inMemoryRoster = (volunteers: ReadonlyMap<string, Volunteer>): Roster => {
  const open = () => [...volunteers.values()].filter(({ status }) => status !== 'left');
  return {
    named: async (ids) =>
      new Map(
        [...volunteers.values()].filter(({ volunteerId: id }) => ids.includes(id)).map((one) => [one.volunteerId, one]),
      ),
    owners: async (emails) =>
      new Map(
        open()
          .filter(({ email }) => emails.includes(email))
          .map((one) => [one.email, one.volunteerId]),
      ),
    alike: async (keys) =>
      Map.groupBy(
        open()
          .filter((one) => keys.includes(keyOf(one)))
          .map(named),
        ({ name }) => nameKey(name),
      ),
  };
};

const keyOf = (volunteer: Volunteer): string => nameKey(nameOf(volunteer));
const named = (volunteer: Volunteer) => ({ volunteerId: volunteer.volunteerId, name: nameOf(volunteer) });
