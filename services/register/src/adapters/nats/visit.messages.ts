import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  Direction,
  VisitClosedSchema,
  VisitOpenedSchema,
  VisitorRenamedSchema,
  VisitRolledOverSchema,
} from '@guildhall/contracts/register/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { PresenceNotice } from '../../domain/notice.ts';
import type { Mark, Visit, VisitFact } from '../../domain/visit.ts';
import { noticeMessage } from './notice.message.ts';
import { viaToProto } from './vocabulary.ts';

/** Translates what a visit causes into the published language; the domain never sees protobuf. */
export function visitMessage(message: VisitFact | PresenceNotice): Envelope {
  switch (message.type) {
    case 'presence-notice':
      return noticeMessage(message);
    case 'visit-opened':
      return opened(message.visit, message.occupancy);
    case 'visit-closed':
      return closed(message.visit, message.visit.out ?? message.visit.in, message.occupancy);
    case 'visit-rolled-over':
      return rolledOver(message.visit, message.visit.rolledOver ?? message.visit.in, message.occupancy);
    case 'visitor-renamed':
      return renamed(message.visit, message.at);
  }
}

function opened(visit: Visit, occupancy: number): Envelope {
  const { at, entrance } = visit.in;
  return fact(VisitOpenedSchema, visit, at, {
    ...movement(visit, visit.in),
    direction: Direction.IN,
    occupancy,
    ...(entrance && { entrance }),
  });
}

const closed = (visit: Visit, mark: Mark, occupancy: number): Envelope =>
  fact(VisitClosedSchema, visit, mark.at, { ...movement(visit, mark), direction: Direction.OUT, occupancy });

function movement(visit: Visit, { at, auditId, via }: Mark) {
  const { id: visitId, personId, displayName, siteId, date } = visit;
  const what = { eventId: auditId, visitId, personId, displayName, siteId, date };
  return { ...what, at: timestampFromDate(at), via: viaToProto[via] };
}

function rolledOver(visit: Visit, { at, auditId }: Pick<Mark, 'at' | 'auditId'>, occupancy: number): Envelope {
  const { id: visitId, personId, siteId, date } = visit;
  const body = { eventId: auditId, visitId, personId, siteId, date, at: timestampFromDate(at), occupancy };
  return fact(VisitRolledOverSchema, visit, at, body);
}

function renamed(visit: Visit, at: Date): Envelope {
  const { id: visitId, personId, displayName, siteId } = visit;
  return fact(VisitorRenamedSchema, visit, at, { visitId, personId, displayName, siteId });
}
