import { AppError, type Clock, type Handler, type NewId } from '@guildhall/kernel';
import { afterRun, daysOfPeriod, type ExportRun, type ScheduledExport } from '../../domain/reports/scheduled-export.ts';
import { type siteDay } from '../../domain/site-day.ts';
import type { Site } from '../../domain/site.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { exportOf, type NamedExport } from './exports.ts';
import type { ExportMail, ExportMails, ReportFile, ScheduledExports } from './ports.ts';
import type { MadeFile, MakeFile } from './report-files.ts';
import type { RecordLook } from './record-look.ts';

type Deps = Readonly<{
  sites: SiteCatalogue;
  exports: ScheduledExports;
  mails: ExportMails;
  makeFile: Handler<MakeFile, MadeFile>;
  recordLook: RecordLook;
  dayAt: typeof siteDay;
  newId: NewId;
  clock: Clock;
}>;

// What the notifier attaches at most.
const mostBytes = 5_000_000;

/** An export whose time has come: one mail for each recipient and day, however many processes try. */
export const runDueExportHandler =
  (deps: Deps): Handler<string> =>
  async (exportId) => {
    const entry = await deps.exports.find(exportId);
    if (entry?.removedAt) return deps.exports.remove(entry);
    const now = deps.clock.now();
    if (!entry?.next || entry.next.at > now) return;
    const site = await deps.sites.get(entry.siteId);
    const run = await mailed(deps, { entry, site, date: entry.next.date, occasion: entry.next.date, byHand: false });
    await deps.exports.save(afterRun(entry, run, site.timeZone, now), []);
  };

/** The same now, whatever the schedule says. */
export const runExportHandler =
  (deps: Deps): Handler<NamedExport, ScheduledExport> =>
  async (named) => {
    const entry = await exportOf(deps, named);
    const site = await deps.sites.get(entry.siteId);
    const now = deps.clock.now();
    await deps.recordLook({ action: 'export.run', siteId: site.id, by: named.by, subjectId: entry.id });
    const { date } = deps.dayAt(site, now);
    const run = await mailed(deps, { entry, site, date, occasion: deps.newId(), byHand: true });
    const ran = afterRun(entry, run, site.timeZone, now);
    await deps.exports.save(ran, []);
    return ran;
  };

type Occasion = Readonly<{ entry: ScheduledExport; site: Site; date: string; occasion: string; byHand: boolean }>;

async function mailed(deps: Deps, { entry, site, date, occasion, byHand }: Occasion): Promise<ExportRun> {
  const { id, settings } = entry;
  const days = daysOfPeriod(settings.period, date);
  const { file, rows } = await fileOf(deps, entry, days);
  const at = deps.clock.now();
  const variables = { exportName: settings.name, siteName: site.name, ...days, rows };
  const recipients: readonly ExportMail['to'][] = [
    ...settings.personIds.map((personId) => ({ personId })),
    ...settings.emails.map((email) => ({ email })),
  ];
  for (const [index, to] of recipients.entries())
    await deps.mails.send({ id: `${id}_${occasion}_${index}`, to, at, variables, ...(file && { file }) });
  return { date, at, ...days, rows, recipients: recipients.length, tooLarge: !file, byHand };
}

type Made = Readonly<{ file?: ReportFile; rows: number }>;

async function fileOf(
  deps: Deps,
  { siteId, settings }: ScheduledExport,
  days: { from: string; to: string },
): Promise<Made> {
  const { kind, format } = settings;
  try {
    const { rows, ...file } = await deps.makeFile({ siteId, kind, format, ...days });
    const name = `${siteId}-${kind}-${days.from}-${days.to}.${format}`;
    return file.data.length > mostBytes ? { rows } : { file: { ...file, name }, rows };
  } catch (error) {
    if (error instanceof AppError && error.code === 'register.report_too_large') return { rows: 0 };
    throw error;
  }
}
