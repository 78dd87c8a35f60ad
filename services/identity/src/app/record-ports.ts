import type { AuditEntry } from '../domain/audit.ts';
import type { DirectoryChanges, KnownPerson } from '../domain/directory.ts';
import type { Job } from '../domain/job.ts';
import type { Merge, MergeFact } from '../domain/merge.ts';

export interface Merges {
  find(id: string): Promise<Merge | undefined>;
  /** The newest first. */
  recent(limit: number): Promise<readonly Merge[]>;
  save(merge: Merge, facts: readonly MergeFact[]): Promise<void>;
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

export interface AuditTrail {
  /** What happened to one person, the newest first. */
  ofSubject(personId: string): Promise<readonly AuditEntry[]>;
  /** Keeps what happened to a person, and nothing that tells from where. */
  forget(personId: string): Promise<void>;
  /** Removes entries of signing in, and all others, from before these moments. */
  prune(before: Readonly<{ signIns: Date; others: Date }>): Promise<void>;
}

/** Everybody of ours who comes from the directory. */
export type PeopleOfDirectory = () => Promise<readonly KnownPerson[]>;
