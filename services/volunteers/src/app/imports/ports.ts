import type { Audited } from '../../domain/audit.ts';
import type { ImportRow, Line } from '../../domain/import-row.ts';
import type { ImportRun } from '../../domain/import-run.ts';
import type { Volunteer } from '../../domain/volunteer.ts';

export interface Imports {
  find(id: string): Promise<ImportRun | undefined>;
  /** The latest first, without what was wrong in them. */
  latest(limit: number): Promise<readonly ImportRun[]>;
  /** Throws `stale` when somebody was faster. */
  save(run: ImportRun, said: readonly Audited[], dueAt: Date | undefined): Promise<void>;
}

/** The lines of imports that are not over. */
export interface ImportRows {
  /** Keeps them in batches; kept once more, they are the same. */
  keep(importId: string, rows: readonly ImportRow[]): Promise<void>;
  batch(importId: string, index: number): Promise<readonly ImportRow[]>;
  remove(importId: string): Promise<void>;
}

/** Volunteers who are there, looked up for many lines at once. */
export interface Roster {
  /** By the id of the organisation. */
  named(volunteerIds: readonly string[]): Promise<ReadonlyMap<string, Volunteer>>;
  /** Whose the addresses are, by the id of the organisation. Who has left has none. */
  owners(emails: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Who has names like these, by the keys of the names. */
  alike(nameKeys: readonly string[]): Promise<ReadonlyMap<string, readonly NamedVolunteer[]>>;
}

export type NamedVolunteer = Readonly<{ volunteerId: string; name: string }>;

/** The lines of a file: separated values, or the first sheet of a workbook. Throws `volunteers.bad_import_file`. */
export type ReadTable = (file: Uint8Array) => Promise<readonly Line[]>;
