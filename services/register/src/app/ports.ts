import type { AuditAction, AuditEntry, Audited } from '../domain/audit.ts';
import type { PresenceNotice } from '../domain/notice.ts';
import type { Site, SiteFact } from '../domain/site.ts';
import type { Visit, VisitFact } from '../domain/visit.ts';

export type { AuditAction, AuditEntry };

/** Keeps visits. At most one is open for each person and site: the store itself sees to that. */
export interface VisitRepository {
  find(id: string): Promise<Visit | undefined>;
  findOpen(personId: string, siteId: string): Promise<Visit | undefined>;
  openAt(siteIds: readonly string[]): Promise<readonly Visit[]>;
  openOf(personId: string): Promise<readonly Visit[]>;
  /** Every visit of a person. */
  allOf(personId: string): Promise<readonly Visit[]>;
  /** The visits of a person at some sites over days, both included. */
  of(personId: string, siteIds: readonly string[], from: string, to: string): Promise<readonly Visit[]>;
  /** Everybody's visits at a site on a day. */
  ofDay(siteId: string, date: string): Promise<readonly Visit[]>;
  /**
   * Stores a visit with what it causes in one write. Throws `stale` when someone was faster, and
   * `register.already_inside` for a second open visit of one person at one site.
   */
  save(visit: Visit, messages: readonly (VisitFact | PresenceNotice | Audited)[]): Promise<void>;
}

/** Keeps sites. */
export interface SiteRepository {
  find(id: string): Promise<Site | undefined>;
  all(): Promise<readonly Site[]>;
  /** Throws `stale` when someone was faster, and `register.site_exists` for a second site of one id. */
  save(site: Site, facts: readonly SiteFact[]): Promise<void>;
}

/** What the register keeps of a person whom identity owns. `version` is the one of the person there. */
export type Person = Readonly<{
  id: string;
  /** The user name. Empty where the copy is from before it was kept. */
  handle: string;
  displayName: string;
  firstName: string;
  lastName: string;
  /** Wishes to be reminded to sign out. */
  reminders: boolean;
  /** Other members may see that the person is inside. */
  visible: boolean;
  /** Not disabled: may be visited, and move by badge. */
  active: boolean;
  /** For each site, the day on which the person wishes no reminders. */
  snoozed: Readonly<Record<string, string>>;
  version: number;
}>;

/** A copy of the people whom identity owns. */
export interface People {
  /** False when a newer version is known already: then nothing is stored. */
  put(person: Omit<Person, 'snoozed'>): Promise<boolean>;
  /** Those that are known. */
  findMany(ids: readonly string[]): Promise<readonly Person[]>;
  /** No reminders on these days; sites that are not named keep theirs. */
  snooze(id: string, days: Readonly<Record<string, string>>): Promise<void>;
  /** Forgets the names; what arrives late about the person is dropped. */
  forget(id: string): Promise<void>;
}

/** The audit entries that do not ride in a visit. They are added and never changed. */
export interface AuditTrail {
  /** Adds an entry; one whose id is there already is left as it is. */
  record(entry: AuditEntry): Promise<void>;
}

/** What a page of audit entries is asked for; entries after `before` in the order newest first. */
export type AuditQuery = Readonly<{
  subjectId?: string;
  actorId?: string;
  siteId?: string;
  action?: string;
  /** From this moment on. */
  from?: Date;
  before?: Readonly<{ at: Date; id: string }>;
  limit: number;
}>;

/** One source of audit entries, newest first. */
export type AuditSource = (query: AuditQuery) => Promise<readonly AuditEntry[]>;

export type DayStats = Readonly<{ date: string; distinctUsers: number; notSignedOut: number; openVisits: number }>;

/** Counts per day of a site, both days included, in order of the days; days without visits are left out. */
export type StatsQuery = (
  range: Readonly<{ siteId: string; from: string; to: string }>,
) => Promise<readonly DayStats[]>;
