import { timestampDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import { type ActRecorded, ActRecordedSchema } from '@guildhall/contracts/register/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';
import type { AuditAction, AuditEntry } from '../../domain/audit.ts';
import { viaOf } from './vocabulary.ts';

/** The entries that aggregates told of themselves, into the list of all. */
export const auditsConsumer = (
  bus: Bus,
  keepAudit: Handler<AuditEntry>,
  report: (error: unknown, delivery: Delivery) => void,
) =>
  consume(bus, {
    stream: eventStream('register'),
    durable: 'register-audits',
    subscriptions: [on(ActRecordedSchema, (act, { at }) => keepAudit(entryOf(act, at)))],
    report,
  });

const entryOf = (
  { entryId: id, action, actorId, subjectId, siteId, ...act }: ActRecorded,
  toldAt: Date,
): AuditEntry => ({
  id,
  at: act.at ? timestampDate(act.at) : toldAt,
  // What this service said itself.
  action: action as AuditAction,
  actorId,
  subjectId,
  siteId,
  via: viaOf(act.via),
  ip: act.ip,
  userAgent: act.userAgent,
});
