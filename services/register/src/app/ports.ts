import type { PresenceNotice } from '../domain/notice.ts';
import type { Site, SiteFact } from '../domain/site.ts';
import type { Visit, VisitFact } from '../domain/visit.ts';

/** Keeps visits. At most one is open for each person and site: the store itself sees to that. */
export interface VisitRepository {
  find(id: string): Promise<Visit | undefined>;
  findOpen(personId: string, siteId: string): Promise<Visit | undefined>;
  openAt(siteIds: readonly string[]): Promise<readonly Visit[]>;
  openOf(personId: string): Promise<readonly Visit[]>;
  /**
   * Stores a visit with what it causes in one write. Throws `stale` when someone was faster, and
   * `register.already_inside` for a second open visit of one person at one site.
   */
  save(visit: Visit, messages: readonly (VisitFact | PresenceNotice)[]): Promise<void>;
}

/** Keeps sites. */
export interface SiteRepository {
  find(id: string): Promise<Site | undefined>;
  all(): Promise<readonly Site[]>;
  /** Throws `stale` when someone was faster, and `register.site_exists` for a second site of one id. */
  save(site: Site, facts: readonly SiteFact[]): Promise<void>;
}

/** A copy of the people whom identity owns. */
export interface People {
  /** False when a newer version is known already: then nothing is stored. */
  put(person: Readonly<{ id: string; displayName: string; version: number }>): Promise<boolean>;
}

export type AuditAction = 'visit.in' | 'visit.out' | 'visit.rollover' | 'site.create' | 'site.update' | 'presence.view';

/** Who did what, when and from where. */
export type AuditEntry = Readonly<{
  id: string;
  at: Date;
  action: AuditAction;
  actorId: string;
  subjectId: string;
  siteId: string;
  via: Visit['in']['via'];
  ip: string;
  userAgent: string;
}>;

/** The audit entries that do not ride in a visit. They are added and never changed. */
export interface AuditTrail {
  /** Adds an entry; one whose id is there already is left as it is. */
  record(entry: AuditEntry): Promise<void>;
}

/** What a page of audit entries is asked for; entries after `before` in the order newest first. */
export type AuditQuery = Readonly<{
  subjectId?: string;
  action?: string;
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
