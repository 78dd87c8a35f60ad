import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, Stored } from '@guildhall/mongo';
import type { Imports } from '../../app/imports/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { ImportRun } from '../../domain/import-run.ts';

export const importCollection = 'imports';

export type ImportState = Omit<ImportRun, 'id' | 'version'>;

type Deps = Readonly<{ imports: Aggregates<ImportState>; toMessages: (said: Audited) => readonly Envelope[] }>;

export const importRepository = ({ imports, toMessages }: Deps): Imports => ({
  find: async (id) => {
    const found = await imports.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  latest: async (limit) => {
    const query = imports.model.find({}, { 'state.issues': 0, outbox: 0, saves: 0 }).sort({ _id: -1 }).limit(limit);
    const found = await query.lean<Stored<ImportState>[]>();
    return found.map(({ _id, version, state }) => ({ ...state, issues: [], id: _id, version }));
  },
  save: ({ id, version, ...state }, said, dueAt) =>
    imports.save({ id, version, state, messages: said.flatMap(toMessages), dueAt }),
});
