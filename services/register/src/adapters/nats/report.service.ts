import { ReportFormat } from '@guildhall/contracts/register/v1/service';
import type { ReportService } from '@guildhall/contracts/register/v1/reports';
import { type Handler, holds } from '@guildhall/kernel';
import type { Call, Implementation } from '@guildhall/messaging';
import type { CreateExport, NamedExport, UpdateExport } from '../../app/reports/exports.ts';
import type { SiteOccupancy } from '../../app/reports/get-occupancy.ts';
import type { GetReport, SiteReport } from '../../app/reports/get-report.ts';
import type { VisitsReport } from '../../app/reports/list-visits.ts';
import type { AskedRange } from '../../app/reports/range.ts';
import type { RecordLook } from '../../app/reports/record-look.ts';
import type { MadeFile, MakeFile } from '../../app/reports/report-files.ts';
import type { ScheduledExport } from '../../domain/reports/scheduled-export.ts';
import { moverOf } from './mover.ts';
import {
  exportSettingsOf,
  exportToMessage,
  occupancyToMessage,
  reportToMessage,
  visitsToMessage,
} from './report.mapping.ts';
import { fileFormatOf, reportKindOf } from './report.vocabulary.ts';

export type ReportHandlers = Readonly<{
  getReport: Handler<GetReport, SiteReport>;
  listVisits: Handler<AskedRange, VisitsReport>;
  getOccupancy: Handler<AskedRange, SiteOccupancy>;
  makeFile: Handler<MakeFile, MadeFile>;
  recordLook: RecordLook;
  listExports: Handler<string, readonly ScheduledExport[]>;
  createExport: Handler<CreateExport, ScheduledExport>;
  updateExport: Handler<UpdateExport, ScheduledExport>;
  deleteExport: Handler<NamedExport>;
  runExport: Handler<NamedExport, ScheduledExport>;
}>;

/** The contract's methods in terms of the use cases. */
export const reportService = (handlers: ReportHandlers): Implementation<typeof ReportService> => ({
  ...readingMethods(handlers),
  ...exportMethods(handlers),
});

/** The file that was asked for; undefined where none was. */
export const fileMaker =
  ({ makeFile }: Pick<ReportHandlers, 'makeFile'>) =>
  async (wanted: Omit<MakeFile, 'format'>, format: ReportFormat) => {
    const fileFormat = fileFormatOf(format);
    return fileFormat && makeFile({ ...wanted, format: fileFormat });
  };

const readingMethods = (handlers: ReportHandlers) => {
  const fileOf = fileMaker(handlers);
  const look = (siteId: string, call: Call): Promise<void> =>
    handlers.recordLook({ action: 'report.export', siteId, by: moverOf(call) });
  return {
    getReport: async ({ siteId, date }, call) => {
      const seesContacts = holds(call.principal, 'register.contacts.read');
      return reportToMessage(await handlers.getReport({ siteId, date, by: moverOf(call), seesContacts }));
    },
    listVisits: async ({ siteId, from, to, format, summary }, call) => {
      const asked = { siteId, from, to };
      const kind = summary && format === ReportFormat.CSV ? 'summary' : 'visits';
      const file = await fileOf({ ...asked, kind, withSummary: summary }, format);
      const answer = file ? { file } : visitsToMessage(await handlers.listVisits(asked), summary);
      await look(siteId, call);
      return answer;
    },
    getOccupancySeries: async ({ siteId, from, to, format }) => {
      const asked = { siteId, from, to };
      const file = await fileOf({ ...asked, kind: 'occupancy' }, format);
      return file ? { file } : occupancyToMessage(await handlers.getOccupancy(asked));
    },
    exportReport: async ({ siteId, kind, from, to, format }, call) => {
      const wanted = { siteId, from, to, kind: reportKindOf(kind), format: fileFormatOf(format) ?? 'csv' } as const;
      const file = await handlers.makeFile({ ...wanted, withSummary: true });
      await look(siteId, call);
      return file;
    },
  } satisfies Partial<Implementation<typeof ReportService>>;
};

const exportMethods = (handlers: ReportHandlers) =>
  ({
    listExports: async ({ siteId }) => ({ exports: (await handlers.listExports(siteId)).map(exportToMessage) }),
    createExport: async ({ siteId, export: settings }, call) =>
      exportToMessage(
        await handlers.createExport({ siteId, settings: exportSettingsOf(settings!), by: moverOf(call) }),
      ),
    updateExport: async ({ siteId, exportId, export: settings }, call) => {
      const named = { siteId, exportId, by: moverOf(call) };
      return exportToMessage(await handlers.updateExport({ ...named, settings: exportSettingsOf(settings!) }));
    },
    deleteExport: async ({ siteId, exportId }, call) => {
      await handlers.deleteExport({ siteId, exportId, by: moverOf(call) });
      return {};
    },
    runExport: async ({ siteId, exportId }, call) =>
      exportToMessage(await handlers.runExport({ siteId, exportId, by: moverOf(call) })),
  }) satisfies Partial<Implementation<typeof ReportService>>;
