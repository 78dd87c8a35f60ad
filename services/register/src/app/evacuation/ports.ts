import type { Audited } from '../../domain/audit.ts';
import type { CallDelivery } from '../../domain/evacuation/delivery.ts';
import type { Entry, EntryMessage } from '../../domain/evacuation/entry.ts';
import type { Incident, IncidentMessage } from '../../domain/evacuation/incident.ts';
import type { EvacuationPlan } from '../../domain/evacuation/plan.ts';
import type { IncidentReport } from '../../domain/evacuation/report.ts';

export type IncidentQuery = Readonly<{
  siteId: string;
  openOnly: boolean;
  /** The id of the last one seen; newest first. */
  before?: string;
  limit: number;
}>;

/** Keeps incidents. At most one of a site is open: the store itself sees to that. */
export interface Incidents {
  find(id: string): Promise<Incident | undefined>;
  allOpen(): Promise<readonly Incident[]>;
  list(query: IncidentQuery): Promise<readonly Incident[]>;
  /** Those of a site that ended before a moment and still name people. */
  withNames(siteId: string, endedBefore: Date): Promise<readonly Incident[]>;
  /** Throws `stale` when someone was faster, and `register.incident_open` for a second open one of a site. */
  save(incident: Incident, messages: readonly (IncidentMessage | Audited)[]): Promise<void>;
}

/** Keeps who is on the lists. */
export interface Entries {
  find(id: string): Promise<Entry | undefined>;
  of(incidentId: string): Promise<readonly Entry[]>;
  /** The entries of one person, of all incidents. */
  about(personId: string): Promise<readonly Entry[]>;
  /** Stores an entry with what it causes in one write. Throws `stale` when someone was faster. */
  save(entry: Entry, incident: Incident, messages: readonly (EntryMessage | Audited)[]): Promise<void>;
}

/** One moment in the life of a message to somebody on a list. */
export type CallNews = Readonly<
  Pick<CallDelivery, 'messageId' | 'entryId' | 'turn' | 'channel' | 'contactId'> & {
    incidentId: string;
    what: 'sent' | 'delivered' | 'failed' | 'answered';
    at: Date;
    reason?: string;
  }
>;

/** What became of the messages, in any order and as often as it is told. */
export interface CallLog {
  record(news: readonly CallNews[]): Promise<void>;
  of(incidentId: string): Promise<readonly CallDelivery[]>;
  /** What is known of some messages. */
  those(messageIds: readonly string[]): Promise<readonly CallDelivery[]>;
}

/** Whose the badges of members are. */
export interface BadgeHolders {
  /** The person; undefined for a badge that nobody has. */
  of(badge: string): Promise<string | undefined>;
}

/** Keeps one plan for each site. */
export interface Plans {
  find(siteId: string): Promise<EvacuationPlan | undefined>;
  /** Throws `stale` when someone was faster. `snapshot` is sent to everybody whom the plan names. */
  save(plan: EvacuationPlan, snapshot?: SnapshotFiles): Promise<void>;
}

/** The signed list, as files. */
export type SnapshotFiles = Readonly<{ siteName: string; count: number; at: Date; page: string; jws: string }>;

/** Tells the systems of others that listen to it; the same id is told once, however often it is tried. */
export type TellSnapshot = (
  snapshot: Readonly<{ id: string; siteId: string; at: Date; data: Readonly<Record<string, unknown>> }>,
) => Promise<void>;

/** Signs the list of who is inside. */
export interface SnapshotSigner {
  /** A JSON Web Signature, compact form. */
  sign(payload: string): string;
  readonly publicKey: SnapshotKey;
}

export type SnapshotKey = Readonly<{ kty: string; crv: string; x: string; kid: string; alg: string; use: string }>;

/** Draws the text as a QR code, in SVG. */
export type DrawCode = (text: string) => string;

/** Where a visitor can be reached, by what they told us. */
export type GuestContact = Readonly<{ channel: 'email' | 'sms'; value: string }>;

export interface GuestContacts {
  of(visitorId: string): Promise<readonly GuestContact[]>;
}

/** Prints a report as PDF. */
export type PrintReport = (report: IncidentReport, now: Date) => Promise<Uint8Array>;
