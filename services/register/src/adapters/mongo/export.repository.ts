import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { ScheduledExports } from '../../app/reports/ports.ts';
import type { ScheduledExport } from '../../domain/reports/scheduled-export.ts';

export const exportCollection = 'scheduled_exports';
export type ExportState = Omit<ScheduledExport, 'id' | 'version'>;

export const exportIndexes: readonly IndexSpec[] = [
  // The exports of a site.
  { name: 'site', keys: { 'state.siteId': 1 } },
];

const toExport = ({ id, version, state }: Readonly<{ id: string; version: number; state: ExportState }>) => ({
  ...state,
  id,
  version,
});

/** An export is due when it is to be sent next. */
export const exportRepository = (exports: Aggregates<ExportState>): ScheduledExports => ({
  find: async (id) => {
    const found = await exports.find(id);
    return found && toExport(found);
  },
  of: async (siteId) => {
    const query = exports.model.find({ 'state.siteId': siteId }, { version: 1, state: 1 }).sort({ _id: 1 });
    const found = await query.lean<Stored<ExportState>[]>();
    return found.map(({ _id, version, state }) => toExport({ id: _id, version, state }));
  },
  save: ({ id, version, ...state }) => exports.save({ id, version, state, dueAt: state.next?.at }),
  remove: ({ id, version }) => exports.remove(id, version),
});
