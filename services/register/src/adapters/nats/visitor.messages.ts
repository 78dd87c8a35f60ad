import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  HostAnsweredSchema,
  VisitorArrivedSchema,
  VisitorCancelledSchema,
  VisitorExpectedSchema,
  VisitorLeftSchema,
} from '@guildhall/contracts/register/v1/visitor_events';
import { type Envelope, fact } from '@guildhall/messaging';
import { type Audited, isAudited } from '../../domain/audit.ts';
import type { VisitorFact } from '../../domain/visitors/visitor.ts';
import type { VisitorNotice } from '../../domain/visitors/visitor-notice.ts';
import { auditMessage } from './audit.messages.ts';
import { visitorNoticeMessage } from './visitor-notice.message.ts';
import { answerToProto } from './visitor.vocabulary.ts';
import { viaToProto } from './vocabulary.ts';

/** Translates what a visitor causes into the published language. Facts carry ids only: names are erased one day. */
export function visitorMessage(message: VisitorFact | VisitorNotice | Audited): Envelope {
  if (isAudited(message)) return auditMessage(message);
  const { visitor } = message;
  const who = { visitorId: visitor.id, siteId: visitor.siteId, at: timestampFromDate(message.at) };
  const host = visitor.hostId ? { hostId: visitor.hostId } : {};
  const { visitId = '' } = visitor;
  switch (message.type) {
    case 'visitor-expected':
      return fact(VisitorExpectedSchema, visitor, message.at, { ...who, ...host, expectedOn: visitor.expectedOn });
    case 'visitor-cancelled':
      return fact(VisitorCancelledSchema, visitor, message.at, {
        ...who,
        ...host,
        cancelled: visitor.status === 'cancelled',
      });
    case 'visitor-arrived':
      return fact(VisitorArrivedSchema, visitor, message.at, {
        ...who,
        ...host,
        visitId,
        via: viaToProto[visitor.via ?? 'system'],
        watched: visitor.watched,
      });
    case 'visitor-left':
      return fact(VisitorLeftSchema, visitor, message.at, { ...who, visitId, signedOut: visitor.status === 'left' });
    case 'host-answered':
      return fact(HostAnsweredSchema, visitor, message.at, { ...who, ...host, answer: answerToProto[message.answer] });
    default:
      return visitorNoticeMessage(message);
  }
}
