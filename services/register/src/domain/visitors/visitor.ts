import type { Decision } from '@guildhall/kernel';
import type { Via, VisitKind } from '../visit.ts';
import type { Approval } from './approval.ts';

export type VisitorKind = Exclude<VisitKind, 'person'>;

export type VisitorStatus = 'expected' | 'inside' | 'left' | 'cancelled' | 'missed' | 'not_signed_out';

export type Answer = 'coming' | 'later' | 'declined' | 'collected';

/** A document that was accepted, in that version. */
export type Acceptance = Readonly<{ documentId: string; version: number; at: Date; signatureId?: string }>;

/** Who comes, when and to whom, as it was announced. Texts may be empty. */
export type Announcement = Readonly<{
  kind: VisitorKind;
  name: string;
  company: string;
  email: string;
  /** E.164: where the visitor is reached in an evacuation, and for nothing else. */
  phone: string;
  vehicle: string;
  purpose: string;
  hostId: string;
  hostName: string;
  /** The calendar day at the site. */
  expectedOn: string;
  /** "09:30", or empty for any time. */
  expectedFrom: string;
  expectedUntil: string;
}>;

/** One stay of somebody who is no member, from the announcement to the erasure of what is personal. */
export type Visitor = Announcement &
  Readonly<{
    id: string;
    version: number;
    siteId: string;
    status: VisitorStatus;
    createdAt: Date;
    /** Absent for walk-ins, and for those from before it was kept. */
    announcedById?: string;
    /** Absent where nobody has to agree. */
    approval?: Approval;
    /** When the expected day is over. */
    expectedEnd: Date;
    visitId?: string;
    /** Where the visitor came back after having gone. */
    earlierVisitIds?: readonly string[];
    arrivedAt?: Date;
    /** How the arrival was taken down. */
    via?: Via;
    leftAt?: Date;
    /** On the watch list: for the desk, never for the visitor. */
    watched: boolean;
    acceptances: readonly Acceptance[];
    photoId?: string;
    answer?: Readonly<{ answer: Answer; at: Date }>;
    /** When the host is reminded that somebody waits. */
    remindAt?: Date;
    /** Why a contractor was let in without a valid induction. */
    overrideReason?: string;
    /** When what is personal is erased: set once the stay is over. */
    eraseAt?: Date;
    erased: boolean;
  }>;

export type VisitorFact =
  | Readonly<{
      type: 'visitor-expected' | 'visitor-cancelled' | 'visitor-arrived' | 'visitor-left';
      visitor: Visitor;
      at: Date;
    }>
  | Readonly<{ type: 'host-answered'; visitor: Visitor; answer: Answer; at: Date }>;

export type VisitorOutcome = Decision<Visitor, VisitorFact>;

/** Ids of visitors tell them from people wherever a visit has only the id. */
export const visitorId = (id: string): string => `visitor-${id}`;
export const isVisitorId = (id: string): boolean => id.startsWith('visitor-');

/** What is due next, if anything. */
export function dueAt({ status, expectedEnd, remindAt, eraseAt, erased }: Visitor): Date | undefined {
  if (status === 'expected') return expectedEnd;
  if (status === 'inside') return remindAt;
  return erased ? undefined : eraseAt;
}

export type Expectation = Readonly<{
  id: string;
  siteId: string;
  announcement: Announcement;
  expectedEnd: Date;
  watched: boolean;
  at: Date;
  announcedById?: string;
  approval?: Approval | undefined;
}>;

export function expectVisitor({
  id,
  siteId,
  announcement,
  expectedEnd,
  watched,
  at,
  ...by
}: Expectation): VisitorOutcome {
  const visitor: Visitor = {
    ...announcement,
    id,
    siteId,
    version: 1,
    status: 'expected',
    createdAt: at,
    expectedEnd,
    watched,
    acceptances: [],
    erased: false,
    ...(by.announcedById && { announcedById: by.announcedById }),
    ...(by.approval && { approval: by.approval }),
  };
  return { next: visitor, facts: [{ type: 'visitor-expected', visitor, at }] };
}

export function changeVisitor(
  visitor: Visitor,
  change: Partial<Pick<Visitor, keyof Announcement | 'expectedEnd' | 'watched'>>,
  at: Date,
): VisitorOutcome {
  const next: Visitor = { ...visitor, ...change, version: visitor.version + 1 };
  return { next, facts: [{ type: 'visitor-expected', visitor: next, at }] };
}

/** Somebody called it off, or the day passed. */
export function cancelVisitor(
  visitor: Visitor,
  status: 'cancelled' | 'missed',
  at: Date,
  eraseAt: Date,
): VisitorOutcome {
  const next: Visitor = { ...visitor, version: visitor.version + 1, status, eraseAt };
  return { next, facts: [{ type: 'visitor-cancelled', visitor: next, at }] };
}

export type Arriving = Readonly<{
  visitId: string;
  at: Date;
  via: Via;
  vehicle: string;
  acceptances: readonly Acceptance[];
  watched: boolean;
  remindAt?: Date;
  overrideReason: string;
}>;

/** Comes in, for the first time or again on the same day. */
export function arrive(
  visitor: Visitor,
  { visitId, at, via, vehicle, acceptances, watched, remindAt, overrideReason }: Arriving,
): VisitorOutcome {
  const { leftAt: _left, eraseAt: _erase, answer: _answer, remindAt: _remind, ...rest } = visitor;
  const next: Visitor = {
    ...rest,
    version: visitor.version + 1,
    status: 'inside',
    visitId,
    ...(visitor.visitId && { earlierVisitIds: [...(visitor.earlierVisitIds ?? []), visitor.visitId] }),
    arrivedAt: at,
    via,
    vehicle: vehicle || visitor.vehicle,
    watched,
    acceptances: latest([...visitor.acceptances, ...acceptances]),
    ...(remindAt && visitor.hostId && { remindAt }),
    ...(overrideReason && { overrideReason }),
  };
  return { next, facts: [{ type: 'visitor-arrived', visitor: next, at }] };
}

/** Of each document the one that was accepted last. */
const latest = (acceptances: readonly Acceptance[]): readonly Acceptance[] => [
  ...new Map(acceptances.map((one) => [one.documentId, one])).values(),
];

/** The visit is over. `leftAt` is absent when the day ended without a sign-out. */
export function leave(visitor: Visitor, leftAt: Date | undefined, at: Date, eraseAt: Date): VisitorOutcome {
  const { remindAt: _remind, ...rest } = visitor;
  const status = leftAt ? 'left' : 'not_signed_out';
  const next: Visitor = { ...rest, version: visitor.version + 1, status, eraseAt, ...(leftAt && { leftAt }) };
  return { next, facts: [{ type: 'visitor-left', visitor: next, at }] };
}
