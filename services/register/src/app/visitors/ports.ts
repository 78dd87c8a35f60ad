import type { Audited } from '../../domain/audit.ts';
import type { Induction } from '../../domain/visitors/induction.ts';
import type { Reception } from '../../domain/visitors/reception.ts';
import type { Visitor, VisitorFact } from '../../domain/visitors/visitor.ts';
import type { VisitorNotice } from '../../domain/visitors/visitor-notice.ts';
import type { WatchEntry } from '../../domain/visitors/watch-list.ts';

/** Keeps visitors. */
export interface VisitorRepository {
  find(id: string): Promise<Visitor | undefined>;
  /** Stores a visitor with what it causes in one write. Throws `stale` when someone was faster. */
  save(visitor: Visitor, messages: readonly (VisitorFact | VisitorNotice | Audited)[]): Promise<void>;
  /** Those whose expected day it is, and those who came on it. */
  onDay(siteId: string, date: string): Promise<readonly Visitor[]>;
  inside(siteId: string): Promise<readonly Visitor[]>;
  /** Those whom somebody has to agree to. */
  pending(siteId: string): Promise<readonly Visitor[]>;
  ofHost(hostId: string, fromDate: string): Promise<readonly Visitor[]>;
  /** Those who came before and are not erased, by a part of name or company; the latest first. */
  cameBefore(siteId: string, name: string): Promise<readonly Visitor[]>;
  /** Not erased, and expected before that day. */
  keptFromBefore(siteId: string, date: string): Promise<readonly Visitor[]>;
}

/** Keeps how sites receive visitors. */
export interface Receptions {
  /** The one that nobody set up when there is none. */
  get(siteId: string): Promise<Reception>;
  /** Throws `stale` when someone was faster. */
  save(reception: Reception): Promise<void>;
}

/** Keeps whom desks want to hear of. */
export interface WatchList {
  of(siteId: string): Promise<readonly WatchEntry[]>;
  add(entry: WatchEntry): Promise<void>;
  /** False when it was not there. */
  remove(siteId: string, id: string): Promise<boolean>;
}

/** Keeps who was inducted; one record for each site, name and company. */
export interface Inductions {
  of(siteId: string): Promise<readonly Induction[]>;
  find(siteId: string, name: string, company: string): Promise<Induction | undefined>;
  /** Takes the place of an earlier record of that name and company; answers with its id. */
  put(induction: Omit<Induction, 'id'>): Promise<Induction>;
  /** False when it was not there. */
  remove(siteId: string, id: string): Promise<boolean>;
}

/** A picture and what it is. */
export type Picture = Readonly<{ contentType: string; bytes: Uint8Array }>;

/** Keeps photos and signatures. */
export interface Pictures {
  put(id: string, picture: Picture): Promise<void>;
  find(id: string): Promise<Picture | undefined>;
  remove(ids: readonly string[]): Promise<void>;
}

/** People who can be visited. */
export interface Hosts {
  find(personId: string): Promise<Host | undefined>;
  named(name: string, limit: number): Promise<readonly Host[]>;
}

export type Host = Readonly<{ id: string; name: string }>;

/** Draws QR codes. */
export interface QrCodes {
  png(text: string): Promise<Uint8Array>;
  /** A path of squares, each one unit wide, and how many units the code measures. */
  squares(text: string): Readonly<{ path: string; size: number }>;
}

/** Telephone numbers, read as identity reads those of people. */
export interface PhoneNumbers {
  /** E.164, or undefined when no telephone can have this number. */
  normalise(value: string): string | undefined;
}
