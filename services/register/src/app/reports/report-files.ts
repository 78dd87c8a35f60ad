import type { Handler } from '@guildhall/kernel';
import { type Table, toCsv } from '@guildhall/tables';
import { reportTooLarge } from '../../domain/reports/refusals.ts';
import { occupancyTable, statsTable, summaryTable, visitsTable } from '../../domain/reports/table.ts';
import type { DayStats } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { SiteOccupancy } from './get-occupancy.ts';
import type { VisitsReport } from './list-visits.ts';
import type { ReportFile, WriteWorkbook } from './ports.ts';
import type { AskedRange } from './range.ts';

export type FileFormat = 'csv' | 'xlsx';
export type ReportKind = 'visits' | 'summary' | 'stats' | 'occupancy';

/** With `withSummary` a workbook about visits has both sheets, and a csv the summary only. */
export type MakeFile = AskedRange & Readonly<{ kind: ReportKind; format: FileFormat; withSummary?: boolean }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  listVisits: Handler<AskedRange, VisitsReport>;
  getStats: Handler<AskedRange, readonly DayStats[]>;
  getOccupancy: Handler<AskedRange, SiteOccupancy>;
  writeWorkbook: WriteWorkbook;
}>;

/** A report as a file, and how many rows its last table has. */
export type MadeFile = ReportFile & Readonly<{ rows: number }>;

// The bus carries 8 MiB in one message, its own frame included.
const mostBytes = 8_000_000;

/** Writes reports as files. Refuses one that could not travel. */
export const makeFileHandler =
  (deps: Deps): Handler<MakeFile, MadeFile> =>
  async (wanted) => {
    const tables = await tablesOf(deps, wanted);
    const last = tables.at(-1)!;
    const data = wanted.format === 'csv' ? Buffer.from(toCsv(last)) : await deps.writeWorkbook(tables);
    if (data.length > mostBytes) throw reportTooLarge();
    const { siteId, kind, format } = wanted;
    return { name: `${siteId}-${kind}.${format}`, contentType: contentTypes[format], data, rows: last.rows.length };
  };

const contentTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

async function tablesOf(deps: Deps, { kind, withSummary = false, ...asked }: MakeFile): Promise<readonly Table[]> {
  switch (kind) {
    case 'stats':
      return [statsTable(await deps.getStats(asked))];
    case 'occupancy': {
      const report = await deps.getOccupancy(asked);
      return [occupancyTable(report, report.site.timeZone)];
    }
    default: {
      const { visits, summary, site } = await deps.listVisits(asked);
      const records = visitsTable(visits, site.timeZone);
      if (kind === 'summary') return [summaryTable(summary)];
      return withSummary ? [records, summaryTable(summary)] : [records];
    }
  }
}
