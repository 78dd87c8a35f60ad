import type { RetentionFact, RetentionRun } from '../../domain/retention/retention-run.ts';

/** Keeps the runs; the id of a planned one says site and day, so that there is one of each. */
export interface RetentionRuns {
  find(id: string): Promise<RetentionRun | undefined>;
  /** Those that have begun, newest first; those after `before` in that order. Of all sites when none is named. */
  begun(query: Readonly<{ siteId?: string; limit: number; before?: RunPosition }>): Promise<readonly RetentionRun[]>;
  /** Forgets those of a site that were completed for days before `date`. */
  removeBefore(siteId: string, date: string): Promise<void>;
  /** Throws `stale` when someone was faster, also for a second run of one id. */
  save(run: RetentionRun, facts: readonly RetentionFact[]): Promise<void>;
}

export type RunPosition = Readonly<{ at: Date; id: string }>;

export type OldDay = Readonly<{ date: string; visits: number; people: number }>;

/** Visits that are over. */
export interface OldVisits {
  /** The days before `date` that have some, the first one first. */
  daysBefore(siteId: string, date: string): Promise<readonly OldDay[]>;
  /** Removes up to `limit` of a day; says how many. Throws `unavailable` where all that is left cannot go yet. */
  removeOf(siteId: string, date: string, limit: number): Promise<number>;
}

export type AuditLife = 'short' | 'long';

/** The audit entries that ride in no visit; those about no site in particular count as those of every site. */
export interface OldAudits {
  countBefore(siteId: string, at: Date, life: AuditLife): Promise<number>;
  /** Says how many. */
  removeBefore(siteId: string, at: Date, life: AuditLife): Promise<number>;
}

/** Reports of evacuations that ended before a moment and name people. */
export interface OldIncidents {
  countBefore(siteId: string, at: Date): Promise<number>;
  /** Says how many name nobody any more. */
  forgetBefore(siteId: string, at: Date): Promise<number>;
}
