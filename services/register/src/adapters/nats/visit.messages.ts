import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  Direction,
  VisitClosedSchema,
  VisitCorrectedSchema,
  VisitOpenedSchema,
  VisitorRenamedSchema,
  VisitReassignedSchema,
  VisitRolledOverSchema,
} from '@guildhall/contracts/register/v1/events';
import { GuestVisitEndedSchema } from '@guildhall/contracts/register/v1/visitor_events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { PresenceNotice } from '../../domain/notice.ts';
import type { Correction, Mark, Visit, VisitFact } from '../../domain/visit.ts';
import { noticeMessage } from './notice.message.ts';
import { timesToProto } from './visit.mapping.ts';
import { closedReasonToProto, kindToProto, viaToProto } from './vocabulary.ts';

/** What a visit causes, in the published language; the domain never sees protobuf. */
export const visitMessages = (message: VisitFact | PresenceNotice): readonly Envelope[] => [
  visitMessage(message),
  ...guestEnd(message),
];

function guestEnd(message: VisitFact | PresenceNotice): readonly Envelope[] {
  switch (message.type) {
    case 'visit-closed':
      return guestEnded(message.visit, (message.visit.out ?? message.visit.in).at);
    case 'visit-ended':
      return guestEnded(message.visit, endOf(message.visit, message.at).at);
    case 'visit-rolled-over':
      return guestEnded(message.visit);
    default:
      return [];
  }
}

function guestEnded(visit: Visit, leftAt?: Date): readonly Envelope[] {
  if (visit.kind === 'person') return [];
  const body = { visitorId: visit.personId, visitId: visit.id };
  const at = leftAt ?? visit.rolledOver?.at ?? visit.in.at;
  return [fact(GuestVisitEndedSchema, visit, at, { ...body, ...(leftAt && { leftAt: timestampFromDate(leftAt) }) })];
}

function visitMessage(message: VisitFact | PresenceNotice): Envelope {
  switch (message.type) {
    case 'presence-notice':
      return noticeMessage(message);
    case 'visit-opened':
      return opened(message.visit, message.occupancy);
    case 'visit-closed':
      return closed(message.visit, message.visit.out ?? message.visit.in, message.occupancy);
    case 'visit-ended':
      return closed(message.visit, endOf(message.visit, message.at), message.occupancy);
    case 'visit-rolled-over':
      return rolledOver(message.visit, message.visit.rolledOver ?? message.visit.in, message.occupancy);
    case 'visitor-renamed':
      return renamed(message.visit, message.at);
    case 'visit-corrected':
      return corrected(message.visit, message.correction, message.occupancy);
    case 'visit-reassigned':
      return reassigned(message);
  }
}

function opened(visit: Visit, occupancy: number): Envelope {
  const { at, entrance } = visit.in;
  return fact(VisitOpenedSchema, visit, at, {
    ...movement(visit, visit.in),
    direction: Direction.IN,
    occupancy,
    reopened: visit.version > 1,
    ...(entrance && { entrance }),
  });
}

/** The time of leaving where it is known, else when the visit was closed. */
const endOf = ({ id, version, out }: Visit, at: Date): Mark =>
  out ?? { at, auditId: `${id}-end-${version}`, via: 'admin', ip: '', userAgent: '' };

const closed = (visit: Visit, mark: Mark, occupancy: number): Envelope =>
  fact(VisitClosedSchema, visit, mark.at, {
    ...movement(visit, mark),
    direction: Direction.OUT,
    occupancy,
    closedReason: closedReasonToProto[visit.closedReason ?? 'signed_out'],
  });

function movement(visit: Visit, { at, auditId, via }: Mark) {
  const { id: visitId, personId, displayName, siteId, date, kind } = visit;
  const what = { eventId: auditId, visitId, personId, displayName, siteId, date, kind: kindToProto[kind] };
  return { ...what, at: timestampFromDate(at), via: viaToProto[via] };
}

function rolledOver(visit: Visit, { at, auditId }: Pick<Mark, 'at' | 'auditId'>, occupancy: number): Envelope {
  const { id: visitId, personId, siteId, date, kind } = visit;
  const body = { eventId: auditId, visitId, personId, siteId, date, at: timestampFromDate(at), occupancy };
  return fact(VisitRolledOverSchema, visit, at, { ...body, kind: kindToProto[kind] });
}

function renamed(visit: Visit, at: Date): Envelope {
  const { id: visitId, personId, displayName, siteId } = visit;
  return fact(VisitorRenamedSchema, visit, at, { visitId, personId, displayName, siteId });
}

function corrected(visit: Visit, correction: Correction, occupancy: number): Envelope {
  const { id: visitId, personId, displayName, siteId, date, kind } = visit;
  const { auditId, at, actorId, reason, selfDeclared, before, after } = correction;
  return fact(VisitCorrectedSchema, visit, at, {
    eventId: auditId,
    visitId,
    personId,
    displayName,
    siteId,
    date,
    reason,
    selfDeclared,
    actorId,
    occupancy,
    kind: kindToProto[kind],
    at: timestampFromDate(at),
    after: timesToProto(after),
    ...(before && { before: timesToProto(before) }),
  });
}

function reassigned({ visit, from, at, occupancy }: Extract<VisitFact, { type: 'visit-reassigned' }>): Envelope {
  const { id: visitId, siteId, personId, displayName, open, until } = visit;
  const body = { visitId, siteId, fromPersonId: from, personId, displayName, open, occupancy };
  return fact(VisitReassignedSchema, visit, at, {
    ...body,
    at: timestampFromDate(at),
    until: timestampFromDate(until),
  });
}
