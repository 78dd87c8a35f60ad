import { timestampDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import { Channel } from '@guildhall/contracts/notifier/v1/commands';
import {
  MessageAnsweredSchema,
  MessageDeliveredSchema,
  MessageFailedSchema,
  MessageSentSchema,
} from '@guildhall/contracts/notifier/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on, onGroup } from '@guildhall/messaging';
import type { Escalate } from '../../app/evacuation/escalate.ts';
import type { CallLog, CallNews } from '../../app/evacuation/ports.ts';
import type { RecordReply } from '../../app/evacuation/record-reply.ts';
import { readReference } from '../../domain/evacuation/delivery.ts';

type Deps = Readonly<{
  calls: Pick<CallLog, 'record'>;
  recordReply: Handler<RecordReply>;
  escalate: Handler<Escalate>;
}>;
type Report = (error: unknown, delivery: Delivery) => void;

/** What the facts of the notifier have in common. */
type Told = Readonly<{
  messageId: string;
  reference: string;
  channel?: Channel;
  contactId: string;
  reason?: string;
  at?: Timestamp | undefined;
}>;

/** Hears what became of the calls. All other messages of the notifier pass by. */
export function callsConsumer(bus: Bus, { calls, recordReply, escalate }: Deps, report: Report) {
  const record = (what: CallNews['what']) => async (items: readonly Readonly<{ event: Told }>[]) => {
    await calls.record(items.flatMap(({ event }) => newsOf(event, what)));
    return [];
  };
  return consume(bus, {
    stream: eventStream('notifier'),
    durable: 'register-calls',
    subscriptions: [
      onGroup(MessageSentSchema, record('sent')),
      onGroup(MessageDeliveredSchema, record('delivered')),
      on(MessageFailedSchema, async (event) => {
        await calls.record(newsOf(event, 'failed'));
        const about = readReference(event.reference);
        if (about && event.reason === 'no_contact') await escalate({ entryId: about.entryId, unreachable: about.turn });
      }),
      on(MessageAnsweredSchema, async (event, { id }) => {
        await calls.record(newsOf(event, 'answered'));
        const about = readReference(event.reference);
        if (about && event.at) {
          await recordReply({ id, entryId: about.entryId, text: event.text, at: timestampDate(event.at) });
        }
      }),
    ],
    report,
  });
}

const channels: Readonly<Partial<Record<Channel, string>>> = {
  [Channel.EMAIL]: 'email',
  [Channel.SMS]: 'sms',
  [Channel.PUSH]: 'push',
};

function newsOf(event: Told, what: CallNews['what']): CallNews[] {
  const about = readReference(event.reference);
  if (!about || !event.at) return [];
  const { messageId, channel, contactId, reason, at } = event;
  const [incidentId = ''] = about.entryId.split('-', 1);
  const named = (channel !== undefined && channels[channel]) || '';
  const call = { messageId, ...about, incidentId, channel: named, contactId, what, at: timestampDate(at) };
  return [reason ? { ...call, reason } : call];
}
