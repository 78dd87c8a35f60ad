import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { ScheduledExports } from '../../app/reports/ports.ts';
import type { Audited } from '../../domain/audit.ts';
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

type Deps = Readonly<{ exports: Aggregates<ExportState>; toMessage: (said: Audited) => Envelope }>;

// By then what was said of the removal is out, unless the broker is away.
const toldMs = 60_000;

/** An export is due when it is to be sent next; one that was removed, when it can go. */
export const exportRepository = ({ exports, toMessage }: Deps): ScheduledExports => ({
  find: async (id) => {
    const found = await exports.find(id);
    return found && toExport(found);
  },
  of: async (siteId) => {
    const query = exports.model
      .find({ 'state.siteId': siteId, 'state.removedAt': { $exists: false } }, { version: 1, state: 1 })
      .sort({ _id: 1 });
    const found = await query.lean<Stored<ExportState>[]>();
    return found.map(({ _id, version, state }) => toExport({ id: _id, version, state }));
  },
  save: ({ id, version, ...state }, said) => {
    const dueAt = state.removedAt ? new Date(state.removedAt.getTime() + toldMs) : state.next?.at;
    return exports.save({ id, version, state, messages: said.map(toMessage), dueAt });
  },
  remove: ({ id, version }) => exports.remove(id, version),
});
