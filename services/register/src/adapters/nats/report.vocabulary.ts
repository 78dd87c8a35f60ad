import { ExportPeriod, ReportKind as ProtoKind } from '@guildhall/contracts/register/v1/reports';
import { ReportFormat } from '@guildhall/contracts/register/v1/service';
import type { FileFormat, ReportKind } from '../../app/reports/report-files.ts';
import type { ExportPeriod as Period } from '../../domain/reports/scheduled-export.ts';

// Our words and the numbers of the published language.

export const formatToProto: Readonly<Record<FileFormat, ReportFormat>> = {
  csv: ReportFormat.CSV,
  xlsx: ReportFormat.XLSX,
};

/** JSON and nothing are no files. */
export const fileFormatOf = (value: ReportFormat): FileFormat | undefined => wordOf(formatToProto, value);

export const kindToProto: Readonly<Record<ReportKind, ProtoKind>> = {
  visits: ProtoKind.VISITS,
  summary: ProtoKind.SUMMARY,
  stats: ProtoKind.STATS,
  occupancy: ProtoKind.OCCUPANCY,
};

export const reportKindOf = (value: ProtoKind): ReportKind => wordOf(kindToProto, value) ?? 'visits';

export const periodToProto: Readonly<Record<Period, ExportPeriod>> = {
  'same-day': ExportPeriod.SAME_DAY,
  'day-before': ExportPeriod.DAY_BEFORE,
  'week-before': ExportPeriod.WEEK_BEFORE,
  'month-before': ExportPeriod.MONTH_BEFORE,
};

export const periodOf = (value: ExportPeriod): Period => wordOf(periodToProto, value) ?? 'day-before';

function wordOf<Word extends string>(words: Readonly<Record<Word, number>>, value: number): Word | undefined {
  for (const word in words) if (words[word] === value) return word;
  return undefined;
}
