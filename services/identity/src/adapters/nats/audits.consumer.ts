import { timestampDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import { type ActRecorded, ActRecordedSchema } from '@guildhall/contracts/identity/v1/events';
import type { Handler } from '@guildhall/kernel';
import { onGroup } from '@guildhall/messaging';
import type { KeepAudits } from '../../app/audits/keep-audits.ts';
import type { AuditEntry } from '../../domain/audit.ts';

/** The entries that aggregates told of themselves, into the list of all. */
export const auditsConsumer = ({ keepAudits }: Readonly<{ keepAudits: Handler<KeepAudits> }>) => ({
  stream: eventStream('identity'),
  durable: 'identity-audits',
  subscriptions: [
    onGroup(ActRecordedSchema, async (items) => {
      await keepAudits(items.map(({ event, delivery: { id, at } }) => ({ id, entry: entryOf(event, at) })));
      return [];
    }),
  ],
});

const entryOf = ({ action, subjectId, actorId, via, ip, userAgent, at }: ActRecorded, toldAt: Date): AuditEntry => ({
  at: at ? timestampDate(at) : toldAt,
  // What this service said itself.
  action: action as AuditEntry['action'],
  via: via as AuditEntry['via'],
  subjectId,
  ip,
  userAgent,
  ...(actorId && { actorId }),
});
