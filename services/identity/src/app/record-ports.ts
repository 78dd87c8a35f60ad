import type { AuditEntry, Audited } from '../domain/audit.ts';
import type { DirectoryChanges, KnownPerson } from '../domain/directory.ts';
import type { Job } from '../domain/job.ts';
import type { Merge, MergeFact } from '../domain/merge.ts';

export interface Merges {
  find(id: string): Promise<Merge | undefined>;
  /** The newest first. */
  recent(limit: number): Promise<readonly Merge[]>;
  save(merge: Merge, facts: readonly (MergeFact | Audited)[]): Promise<void>;
}

/** What is done once at a time for everybody, however many replicas there are. */
export interface Jobs {
  find(id: string): Promise<Job | undefined>;
  save(job: Job): Promise<void>;
}

export interface Directory {
  /**
   * What changed since `link`, or everybody without one. Throws `identity.directory_unavailable`; an outdated link gives
   * everybody, and says so.
   */
  changes(link: string | undefined): Promise<DirectoryChanges>;
}

/** An entry with the id it is kept under. */
export type KeptAudit = Readonly<{ id: string; entry: AuditEntry }>;
export type AuditPosition = Readonly<{ at: Date; id: string }>;
export type AuditQuery = Readonly<{
  subjectId?: string;
  actorId?: string;
  action?: string;
  from?: Date;
  /** After this one, in the order newest first. */
  before?: AuditPosition;
  limit: number;
}>;

export interface AuditTrail {
  /** The newest first. */
  list(query: AuditQuery): Promise<readonly KeptAudit[]>;
  /** What happened to one person, the newest first. */
  ofSubject(personId: string): Promise<readonly AuditEntry[]>;
  /** Keeps these, each once: a repeat of an id changes nothing. */
  keep(entries: readonly KeptAudit[]): Promise<void>;
  /** Keeps what a person did and what happened to them, and nothing that tells from where they did it. */
  forget(personId: string): Promise<void>;
  /** Removes entries of signing in, and all others, from before these moments. */
  prune(before: Readonly<{ signIns: Date; others: Date }>): Promise<void>;
}

/** Everybody of ours who comes from the directory. */
export type PeopleOfDirectory = () => Promise<readonly KnownPerson[]>;
