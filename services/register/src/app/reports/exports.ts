import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { exportNotFound, tooManyExports } from '../../domain/reports/refusals.ts';
import { type ExportSettings, type ScheduledExport, withSettings } from '../../domain/reports/scheduled-export.ts';
import type { Mover } from '../../domain/visit.ts';
import type { AuditAction, AuditTrail } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { ScheduledExports } from './ports.ts';

export type CreateExport = Readonly<{ siteId: string; settings: ExportSettings; by: Mover }>;
export type NamedExport = Readonly<{ siteId: string; exportId: string; by: Mover }>;
export type UpdateExport = NamedExport & Readonly<{ settings: ExportSettings }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  exports: ScheduledExports;
  audits: AuditTrail;
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
    await exports.save(entry);
    await recordChange(deps, 'export.create', entry, by);
    return entry;
  };

export const updateExportHandler =
  (deps: Deps): Handler<UpdateExport, ScheduledExport> =>
  async ({ settings, ...named }) => {
    const { timeZone } = await deps.sites.get(named.siteId);
    const entry = withSettings(await exportOf(deps, named), settings, timeZone, deps.clock.now());
    await deps.exports.save(entry);
    await recordChange(deps, 'export.update', entry, named.by);
    return entry;
  };

export const deleteExportHandler =
  (deps: Deps): Handler<NamedExport> =>
  async (named) => {
    const entry = await exportOf(deps, named);
    await deps.exports.remove(entry);
    await recordChange(deps, 'export.delete', { ...entry, version: entry.version + 1 }, named.by);
  };

/** The export, if it is one of the site. */
export async function exportOf({ exports }: Pick<Deps, 'exports'>, { siteId, exportId }: Omit<NamedExport, 'by'>) {
  const found = await exports.find(exportId);
  if (found?.siteId !== siteId) throw exportNotFound();
  return found;
}

function recordChange({ audits, clock }: Deps, action: AuditAction, entry: ScheduledExport, by: Mover): Promise<void> {
  const { personId: actorId, via, ip, userAgent } = by;
  const id = `${action}-${entry.id}-${entry.version}`;
  const about = { subjectId: entry.id, siteId: entry.siteId };
  return audits.record({ id, at: clock.now(), action, actorId, ...about, via, ip, userAgent });
}
