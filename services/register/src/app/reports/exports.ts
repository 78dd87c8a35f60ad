import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { type AuditAction, audited, type Audited, doneBy } from '../../domain/audit.ts';
import { exportNotFound, tooManyExports } from '../../domain/reports/refusals.ts';
import {
  type ExportSettings,
  removed,
  type ScheduledExport,
  withSettings,
} from '../../domain/reports/scheduled-export.ts';
import type { Mover } from '../../domain/visit.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { ScheduledExports } from './ports.ts';

export type CreateExport = Readonly<{ siteId: string; settings: ExportSettings; by: Mover }>;
export type NamedExport = Readonly<{ siteId: string; exportId: string; by: Mover }>;
export type UpdateExport = NamedExport & Readonly<{ settings: ExportSettings }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  exports: ScheduledExports;
  newId: NewId;
  clock: Clock;
}>;

const mostOfASite = 50;

export const listExportsHandler =
  ({ sites, exports }: Deps): Handler<string, readonly ScheduledExport[]> =>
  async (siteId) =>
    exports.of((await sites.get(siteId)).id);

export const createExportHandler =
  (deps: Deps): Handler<CreateExport, ScheduledExport> =>
  async ({ siteId, settings, by }) => {
    const { sites, exports, newId, clock } = deps;
    const site = await sites.get(siteId);
    if ((await exports.of(site.id)).length >= mostOfASite) throw tooManyExports(mostOfASite);
    const blank = { id: newId(), version: 0, siteId: site.id, runs: [] };
    const entry = withSettings(blank, settings, site.timeZone, clock.now());
    await exports.save(entry, [auditOf('export.create', entry, by, clock.now())]);
    return entry;
  };

export const updateExportHandler =
  (deps: Deps): Handler<UpdateExport, ScheduledExport> =>
  async ({ settings, ...named }) => {
    const { timeZone } = await deps.sites.get(named.siteId);
    const now = deps.clock.now();
    const entry = withSettings(await exportOf(deps, named), settings, timeZone, now);
    await deps.exports.save(entry, [auditOf('export.update', entry, named.by, now)]);
    return entry;
  };

export const deleteExportHandler =
  (deps: Deps): Handler<NamedExport> =>
  async (named) => {
    const now = deps.clock.now();
    const entry = removed(await exportOf(deps, named), now);
    await deps.exports.save(entry, [auditOf('export.delete', entry, named.by, now)]);
  };

/** The export, if it is one of the site. */
export async function exportOf({ exports }: Pick<Deps, 'exports'>, { siteId, exportId }: Omit<NamedExport, 'by'>) {
  const found = await exports.find(exportId);
  if (found?.siteId !== siteId || found.removedAt) throw exportNotFound();
  return found;
}

function auditOf(action: AuditAction, entry: ScheduledExport, by: Mover, at: Date): Audited {
  const { id: subjectId, siteId, version } = entry;
  const id = `${action}-${subjectId}-${version}`;
  return audited(entry, { ...doneBy(by), id, at, action, subjectId, siteId });
}
