import { ReportService } from '@guildhall/contracts/register/v1/reports';
import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { serve } from '@guildhall/messaging';
import { aggregates, type Aggregates, dueItems, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { writeWorkbook } from '@guildhall/tables/workbook';
import { dayCountsModel, dayCountsRepository } from '../adapters/mongo/day-counts.repository.ts';
import {
  exportMailCollection,
  exportMailRepository,
  type ExportMailState,
} from '../adapters/mongo/export-mail.repository.ts';
import {
  exportCollection,
  exportIndexes,
  exportRepository,
  type ExportState,
} from '../adapters/mongo/export.repository.ts';
import { staysQuery } from '../adapters/mongo/stays.query.ts';
import type { Visits } from '../adapters/mongo/visit.collection.ts';
import { auditMessage } from '../adapters/nats/audit.messages.ts';
import { contactBook } from '../adapters/nats/contact-book.ts';
import { exportMailMessage } from '../adapters/nats/export-mail.message.ts';
import { reportService } from '../adapters/nats/report.service.ts';
import type { AuditTrail, People, StatsQuery, VisitRepository } from '../app/ports.ts';
import {
  createExportHandler,
  deleteExportHandler,
  listExportsHandler,
  updateExportHandler,
} from '../app/reports/exports.ts';
import { getOccupancyHandler } from '../app/reports/get-occupancy.ts';
import { getReportHandler } from '../app/reports/get-report.ts';
import { listVisitsHandler } from '../app/reports/list-visits.ts';
import type { Archive, Stays } from '../app/reports/ports.ts';
import { recordLook } from '../app/reports/record-look.ts';
import { makeFileHandler } from '../app/reports/report-files.ts';
import { runDueExportHandler, runExportHandler } from '../app/reports/run-export.ts';
import type { SiteCatalogue } from '../app/sites/site-catalogue.ts';
import { getStatsHandler } from '../app/stats/get-stats.ts';
import type { Settings } from '../config.ts';
import type { siteDay } from '../domain/site-day.ts';

/** The aggregates of reports. */
export const reportCollections = (store: Store, offer: Offer) => ({
  scheduledExports: aggregates<ExportState>({ store, collection: exportCollection, indexes: exportIndexes, offer }),
  exportMails: aggregates<ExportMailState>({ store, collection: exportMailCollection, offer }),
});

type Collections = ReturnType<typeof reportCollections>;

/** What reports read. */
export async function reportSources(
  store: Store,
  visits: Visits,
): Promise<Readonly<{ stays: Stays; archive: Archive }>> {
  const days = dayCountsModel(store.connection);
  await days.createIndexes();
  return { stays: staysQuery(visits), archive: dayCountsRepository(days) };
}

type Parts = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  people: People;
  audits: AuditTrail;
  stats: StatsQuery;
  stays: Stays;
  archive: Archive;
  dayAt: typeof siteDay;
  newId: NewId;
  clock: Clock;
}>;

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** What makes files of reports. */
export function reportFiles(parts: Omit<Parts, 'visits' | 'audits' | 'newId'>) {
  const listVisits = listVisitsHandler(parts);
  const getOccupancy = getOccupancyHandler(parts);
  const makeFile = makeFileHandler({
    ...parts,
    listVisits,
    getOccupancy,
    getStats: getStatsHandler(parts),
    writeWorkbook,
  });
  return { listVisits, getOccupancy, makeFile };
}

/** Starts reports and their mails; `parts` are shared with the rest of the register. */
export async function composeReports(process: Process<Settings>, of: Collections, parts: Parts): Promise<void> {
  const { bus, life, log } = process;
  const exports = exportRepository({ exports: of.scheduledExports, toMessage: auditMessage });
  const { repository: mails, remove } = exportMailRepository({ mails: of.exportMails, toMessage: exportMailMessage });
  const files = reportFiles(parts);
  const deps = { ...parts, ...files, exports, mails, recordLook: recordLook(parts), contactBook: contactBook(bus) };
  const service = reportService({
    ...deps,
    getReport: getReportHandler(deps),
    listExports: listExportsHandler(deps),
    createExport: createExportHandler(deps),
    updateExport: updateExportHandler(deps),
    deleteExport: deleteExportHandler(deps),
    runExport: runExportHandler(deps),
  });
  await startDueItems(process, 'scheduled exports', of.scheduledExports, runDueExportHandler(deps));
  await startDueItems(process, 'mails of exports', of.exportMails, remove);
  const calls = serve(bus, ReportService, service, {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('report calls', calls, close);
}

async function startDueItems<State>(
  { clock, life, log }: Process<Settings>,
  name: string,
  of: Aggregates<State>,
  handle: Handler<string>,
): Promise<void> {
  const report = (error: unknown, id: string): void =>
    log.error({ error, id, name }, 'something due could not be done');
  const items = dueItems({ of, clock, handle, report });
  await life.hold(name, items, close);
  await life.hold(`clock of ${name}`, clock.onMove(items.nudge), (stop) => stop());
}
