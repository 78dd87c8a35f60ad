import type { Decision } from '@guildhall/kernel';
import type { Site } from './site.ts';
import type { SiteDay } from './site-day.ts';

/** How a movement was made. */
export type Via = 'web' | 'app' | 'kiosk' | 'admin' | 'system' | 'token';

/** Who moves, and from where: what the audit entry of a movement says. */
export type Mover = Readonly<{
  personId: string;
  displayName: string;
  via: Via;
  ip: string;
  userAgent: string;
  /** What asked for the movement, where a repeat must be known for one: the code on a kiosk, an event of a device. */
  ref?: string;
}>;

/** One movement with its audit entry: it rides in the visit, so that a movement is one write. */
export type Mark = Readonly<{
  at: Date;
  auditId: string;
  via: Via;
  ip: string;
  userAgent: string;
  entrance?: string;
  ref?: string;
}>;

/** Visitors and contractors have visits as people have: their `personId` is the id of the visitor. */
export type VisitKind = 'person' | 'visitor' | 'contractor';

export type ClosedReason = 'signed_out' | 'not_signed_out' | 'admin' | 'merged';

/** When a visit began and ended, as far as that is known. */
export type VisitTimes = Readonly<{ arrivedAt: Date; leftAt?: Date; open: boolean }>;

/** What was put right afterwards, by whom and why. `before` is absent for a visit that was added. */
export type Correction = Readonly<{
  auditId: string;
  at: Date;
  actorId: string;
  /** Empty where the person corrected it. */
  reason: string;
  selfDeclared: boolean;
  before?: VisitTimes;
  after: VisitTimes;
}>;

export type FormerOwner = Readonly<{ mergeId: string; personId: string; displayName: string }>;

export type Visit = Readonly<{
  id: string;
  version: number;
  kind: VisitKind;
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
  /** Some time in it is what the person said afterwards. */
  selfDeclared?: boolean;
  corrections?: readonly Correction[];
  /** The incident that was going on when the person came in. */
  duringIncident?: string;
  /** Whose visit it was before people were merged, the last owner last. */
  formerly?: readonly FormerOwner[];
  /** The merge that found the person inside twice, and ended this visit. */
  closedByMerge?: string;
  /** When it ends unless the person signs out first. */
  until: Date;
}>;

export type VisitFact =
  | Readonly<{ type: 'visit-opened' | 'visit-closed' | 'visit-rolled-over'; visit: Visit; occupancy: number }>
  | Readonly<{ type: 'visit-ended'; visit: Visit; at: Date; occupancy: number }>
  | Readonly<{ type: 'visitor-renamed'; visit: Visit; at: Date }>
  | Readonly<{ type: 'visit-corrected'; visit: Visit; correction: Correction; occupancy: number }>
  | Readonly<{ type: 'visit-reassigned'; visit: Visit; from: string; at: Date; occupancy: number }>;

export type VisitOutcome = Decision<Visit, VisitFact>;

/** What sign-in is told besides the visit itself. */
export type Arrival = Readonly<{
  site: Site;
  day: SiteDay;
  at: Date;
  by: Mover;
  entrance: string;
  kind?: VisitKind;
  duringIncident?: string;
}>;

const longestCarryOverMs = 16 * 3_600_000;

/** When a visit ends by itself: at the rollover or, where visits are carried over, 16 hours after it began. */
export const visitEnd = (site: Pick<Site, 'carryOver'>, day: SiteDay, since: Date): Date =>
  site.carryOver ? new Date(Math.max(day.endsAt.getTime(), since.getTime() + longestCarryOverMs)) : day.endsAt;

// One open visit per person and site is a rule across visits: a unique index keeps it, not this module.
export function openVisit(id: string, { site, day, at, by, entrance, kind, duringIncident }: Arrival): Visit {
  const { declaration } = site;
  return {
    id,
    version: 1,
    kind: kind ?? 'person',
    personId: by.personId,
    displayName: by.displayName,
    siteId: site.id,
    date: day.date,
    open: true,
    in: { ...mark(`${id}-in`, at, by), ...(entrance && { entrance }) },
    ...(declaration.text && { declarationVersion: declaration.version }),
    ...(duringIncident && { duringIncident }),
    until: visitEnd(site, day, at),
  };
}

export const opened = (visit: Visit, occupancy: number): VisitOutcome => ({
  next: visit,
  facts: [{ type: 'visit-opened', visit, occupancy }],
});

export function signOut(visit: Visit, at: Date, by: Mover, occupancy: number): VisitOutcome {
  // Clocks of two machines may differ by a little: nobody leaves before coming.
  const leftAt = at < visit.in.at ? visit.in.at : at;
  const next: Visit = {
    ...closed(visit, 'signed_out'),
    out: mark(`${visit.id}-out`, leftAt, by),
  };
  return { next, facts: [{ type: 'visit-closed', visit: next, occupancy }] };
}

/** Ends a visit at the moment when its day was over, however late that is found out. */
export function rollOver(visit: Visit, at: Date, occupancy: number): VisitOutcome {
  const next: Visit = { ...closed(visit, 'not_signed_out'), rolledOver: { at, auditId: `${visit.id}-rollover` } };
  return { next, facts: [{ type: 'visit-rolled-over', visit: next, occupancy }] };
}

export function rename(visit: Visit, displayName: string, at: Date): VisitOutcome {
  const next: Visit = { ...visit, version: visit.version + 1, displayName };
  return { next, facts: [{ type: 'visitor-renamed', visit: next, at }] };
}

/** Nobody is told: the moment at which a visit would end is a matter between the register and itself. */
export const reschedule = (visit: Visit, until: Date): VisitOutcome => ({
  next: { ...visit, version: visit.version + 1, until },
  facts: [],
});

/** True while the person counts as inside; a visit past its end does not, even before the rollover closed it. */
export const isInside = (visit: Visit, at: Date): boolean => visit.open && at < visit.until;

/** Whose visit it is and was. */
export const ownersOf = ({ personId, formerly = [] }: Visit): readonly string[] => [
  personId,
  ...formerly.map((owner) => owner.personId),
];

export const closed = (visit: Visit, closedReason: ClosedReason): Visit => ({
  ...visit,
  version: visit.version + 1,
  open: false,
  closedReason,
});

export const mark = (auditId: string, at: Date, { via, ip, userAgent, ref }: Mover): Mark => ({
  at,
  auditId,
  via,
  ip,
  userAgent,
  ...(ref && { ref }),
});
