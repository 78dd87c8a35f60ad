import type { Audited } from '../../domain/audit.ts';
import type { Table } from '@guildhall/tables';
import type { DayCounts } from '../../domain/reports/day-counts.ts';
import type { Stay } from '../../domain/reports/stay.ts';
import type { ScheduledExport } from '../../domain/reports/scheduled-export.ts';

export type DayRange = Readonly<{ siteId: string; from: string; to: string }>;

/** Stays that began at a site on some days, both included, in no order. */
export interface Stays {
  /** At most `limit`. */
  of(range: DayRange, limit: number): Promise<readonly Stay[]>;
}

/** What is kept of days whose visits are gone. */
export interface Archive {
  of(range: DayRange): Promise<readonly DayCounts[]>;
  /** Keeps the counts of a day; those that are there already stay as they are. */
  put(counts: DayCounts): Promise<void>;
  /** How many days before `date` there are. */
  countBefore(siteId: string, date: string): Promise<number>;
  /** Removes the days before `date`; says how many. */
  removeBefore(siteId: string, date: string): Promise<number>;
}

export type Contacts = Readonly<{ emails: readonly string[]; phones: readonly string[] }>;

/** How people can be reached, which identity knows. */
export interface ContactBook {
  of(personIds: readonly string[]): Promise<ReadonlyMap<string, Contacts>>;
}

/** Writes a workbook with one sheet for each table. */
export type WriteWorkbook = (tables: readonly Table[]) => Promise<Uint8Array>;

export type ReportFile = Readonly<{ name: string; contentType: string; data: Uint8Array }>;

/** One mail of a scheduled export. */
export type ExportMail = Readonly<{
  /** Says export, occasion and recipient: there is one of each. */
  id: string;
  to: Readonly<{ personId: string }> | Readonly<{ email: string }>;
  at: Date;
  variables: Readonly<{ exportName: string; siteName: string; from: string; to: string; rows: number }>;
  /** Absent where it was too large to be mailed. */
  file?: ReportFile;
}>;

/** Keeps the exports that are mailed by a schedule. */
export interface ScheduledExports {
  find(id: string): Promise<ScheduledExport | undefined>;
  of(siteId: string): Promise<readonly ScheduledExport[]>;
  /** Throws `stale` when someone was faster. */
  save(entry: ScheduledExport, said: readonly Audited[]): Promise<void>;
  /** Throws while what it said waits for its stream. */
  remove(entry: ScheduledExport): Promise<void>;
}

/** Takes mails on their way. */
export interface ExportMails {
  /** Asks for the mail once, however often it is called. */
  send(mail: ExportMail): Promise<void>;
}
