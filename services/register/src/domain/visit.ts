import type { Decision } from '@guildhall/kernel';
import type { Site } from './site.ts';
import type { SiteDay } from './site-day.ts';

/** How a movement was made. */
export type Via = 'web' | 'app' | 'kiosk' | 'admin' | 'system' | 'token';

/** Who moves, and from where: what the audit entry of a movement says. */
export type Mover = Readonly<{ personId: string; displayName: string; via: Via; ip: string; userAgent: string }>;

/** One movement with its audit entry: it rides in the visit, so that a movement is one write. */
export type Mark = Readonly<{ at: Date; auditId: string; via: Via; ip: string; userAgent: string; entrance?: string }>;

export type ClosedReason = 'signed_out' | 'not_signed_out';

export type Visit = Readonly<{
  id: string;
  version: number;
  personId: string;
  displayName: string;
  siteId: string;
  /** The day at the site on which it began. */
  date: string;
  open: boolean;
  in: Mark;
  /** Absent while open, and for ever when nobody signed out: a leave time is never invented. */
  out?: Mark;
  rolledOver?: Readonly<{ at: Date; auditId: string }>;
  closedReason?: ClosedReason;
  /** The declaration that was confirmed. */
  declarationVersion?: number;
  /** When it ends unless the person signs out first. */
  until: Date;
}>;

export type VisitFact =
  | Readonly<{ type: 'visit-opened' | 'visit-closed' | 'visit-rolled-over'; visit: Visit; occupancy: number }>
  | Readonly<{ type: 'visitor-renamed'; visit: Visit; at: Date }>;

type Outcome = Decision<Visit, VisitFact>;

/** What sign-in is told besides the visit itself. */
export type Arrival = Readonly<{ site: Site; day: SiteDay; at: Date; by: Mover; entrance: string }>;

const longestCarryOverMs = 16 * 3_600_000;

/** When a visit ends by itself: at the rollover or, where visits are carried over, 16 hours after it began. */
export const visitEnd = (site: Pick<Site, 'carryOver'>, day: SiteDay, since: Date): Date =>
  site.carryOver ? new Date(Math.max(day.endsAt.getTime(), since.getTime() + longestCarryOverMs)) : day.endsAt;

// One open visit per person and site is a rule across visits: a unique index keeps it, not this module.
export function openVisit(id: string, { site, day, at, by, entrance }: Arrival): Visit {
  const { declaration } = site;
  return {
    id,
    version: 1,
    personId: by.personId,
    displayName: by.displayName,
    siteId: site.id,
    date: day.date,
    open: true,
    in: { ...mark(`${id}-in`, at, by), ...(entrance && { entrance }) },
    ...(declaration.text && { declarationVersion: declaration.version }),
    until: visitEnd(site, day, at),
  };
}

export const opened = (visit: Visit, occupancy: number): Outcome => ({
  next: visit,
  facts: [{ type: 'visit-opened', visit, occupancy }],
});

export function signOut(visit: Visit, at: Date, by: Mover, occupancy: number): Outcome {
  // Clocks of two machines may differ by a little: nobody leaves before coming.
  const leftAt = at < visit.in.at ? visit.in.at : at;
  const next: Visit = {
    ...closed(visit, 'signed_out'),
    out: mark(`${visit.id}-out`, leftAt, by),
  };
  return { next, facts: [{ type: 'visit-closed', visit: next, occupancy }] };
}

/** Ends a visit at the moment when its day was over, however late that is found out. */
export function rollOver(visit: Visit, at: Date, occupancy: number): Outcome {
  const next: Visit = { ...closed(visit, 'not_signed_out'), rolledOver: { at, auditId: `${visit.id}-rollover` } };
  return { next, facts: [{ type: 'visit-rolled-over', visit: next, occupancy }] };
}

export function rename(visit: Visit, displayName: string, at: Date): Outcome {
  const next: Visit = { ...visit, version: visit.version + 1, displayName };
  return { next, facts: [{ type: 'visitor-renamed', visit: next, at }] };
}

/** Nobody is told: the moment at which a visit would end is a matter between the register and itself. */
export const reschedule = (visit: Visit, until: Date): Outcome => ({
  next: { ...visit, version: visit.version + 1, until },
  facts: [],
});

/** True while the person counts as inside; a visit past its end does not, even before the rollover closed it. */
export const isInside = (visit: Visit, at: Date): boolean => visit.open && at < visit.until;

const closed = (visit: Visit, closedReason: ClosedReason): Visit => ({
  ...visit,
  version: visit.version + 1,
  open: false,
  closedReason,
});

const mark = (auditId: string, at: Date, { via, ip, userAgent }: Mover): Mark => ({ at, auditId, via, ip, userAgent });
