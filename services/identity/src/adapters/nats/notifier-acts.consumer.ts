import { timestampDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import { type ActRecorded, ActRecordedSchema } from '@guildhall/contracts/notifier/v1/events';
import type { Handler } from '@guildhall/kernel';
import { onGroup } from '@guildhall/messaging';
import type { KeepAudits } from '../../app/audits/keep-audits.ts';
import { type AuditEntry, cutUserAgent } from '../../domain/audit.ts';

/** What was done to people's notifications by others, into the list of what was done about people. */
export const notifierActsConsumer = ({ keepAudits }: Readonly<{ keepAudits: Handler<KeepAudits> }>) => ({
  stream: eventStream('notifier'),
  durable: 'identity-notifier-acts',
  subscriptions: [
    onGroup(ActRecordedSchema, async (items) => {
      await keepAudits(items.map(({ event, delivery: { id, at } }) => ({ id, entry: entryOf(event, at) })));
      return [];
    }),
  ],
});

const entryOf = ({ action, actorId, subjectId, ip, userAgent, at }: ActRecorded, toldAt: Date): AuditEntry => ({
  at: at ? timestampDate(at) : toldAt,
  // The notifier says what its contract says.
  action: action as AuditEntry['action'],
  via: 'admin',
  subjectId,
  ip,
  userAgent: cutUserAgent(userAgent),
  ...(actorId && { actorId }),
});
