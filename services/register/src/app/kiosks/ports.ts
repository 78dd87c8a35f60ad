import type { Kiosk } from '../../domain/kiosks/kiosk.ts';
import type { PlannedVisit } from '../../domain/kiosks/late-visits.ts';
import type { TimelineEvent } from '../../domain/kiosks/timeline.ts';
import type { VisitKind } from '../../domain/visit.ts';

/** Keeps kiosks. */
export interface Kiosks {
  find(id: string): Promise<Kiosk | undefined>;
  findByCode(codeHash: string): Promise<Kiosk | undefined>;
  /** Of all sites when none is named. */
  all(siteId?: string): Promise<readonly Kiosk[]>;
  /** Throws `stale` when someone was faster. */
  save(kiosk: Kiosk): Promise<void>;
}

/** The tokens of devices, which identity keeps. */
export interface DeviceCredentials {
  /** The token of the device; an earlier one of the same id stops working. */
  create(device: Readonly<{ id: string; siteId: string; label: string }>): Promise<string>;
  revoke(id: string): Promise<void>;
}

/** The PINs of people, which identity keeps. */
export interface Pins {
  /** Throws what identity refuses: a wrong PIN, one that is locked. */
  find(number: string, pin: string): Promise<Readonly<{ personId: string; displayName: string }>>;
}

/** Codes that devices type in or show. */
export interface KioskCodes {
  /** Eight letters and digits that cannot be mixed up. */
  newPairingCode(): string;
  /** The same whatever spaces, hyphens and capitals were typed. */
  hashOf(pairingCode: string): string;
  /** The key of what a kiosk shows; another one after each pairing. */
  keyOf(kiosk: Pick<Kiosk, 'id' | 'pairings'>): Uint8Array;
  /** True for the proof that this kiosk shows in this step. */
  isMac(kiosk: Pick<Kiosk, 'id' | 'pairings'>, step: number, mac: string): boolean;
  /** What stands for an event of a device: two devices may use the same ids. */
  eventKey(kioskId: string, eventId: string): string;
  /** What stands for a badge in the store: nobody reads the badge from it. */
  badgeKey(badgeId: string): string;
}

/** What devices said about one person at one site, for as long as late events may come. */
export type Timeline = Readonly<{
  siteId: string;
  personId: string;
  version: number;
  displayName: string;
  kind: VisitKind;
  events: readonly TimelineEvent[];
  /** Visits that somebody is about to store. Their ids are agreed here, so that two who follow make one visit. */
  planned?: readonly PlannedVisit[];
  /** The visits follow all of the events. */
  settled?: boolean;
  /** When it is to be looked at again: at once while the visits do not follow it yet, and when it can go. */
  dueAt: Date;
}>;

/** Keeps timelines. */
export interface Timelines {
  find(siteId: string, personId: string): Promise<Timeline | undefined>;
  /** Throws `stale` when someone was faster. */
  save(timeline: Timeline): Promise<void>;
  remove(timeline: Timeline): Promise<void>;
}

/** A badge that somebody has; `id` is what stands for it. */
export type Badge = Readonly<{ id: string; personId: string; displayName: string; label: string; assignedAt: Date }>;

/** Keeps who has which badge. */
export interface Badges {
  find(id: string): Promise<Badge | undefined>;
  all(personId?: string): Promise<readonly Badge[]>;
  /** Whoever had the badge has it no more. */
  put(badge: Badge): Promise<void>;
  remove(id: string): Promise<void>;
}
