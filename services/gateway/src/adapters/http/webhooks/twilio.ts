import { ReceiveTextSchema, ReportDeliverySchema } from '@guildhall/contracts/notifier/v1/commands';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { Clock } from '@guildhall/kernel';
import { command, type Envelope } from '@guildhall/messaging';
import { type Answer, noStore } from '../answer.ts';
import { checkTwilio } from './twilio-signature.ts';
import { type Call, fieldsOf, malformedWebhook, type Webhook } from './webhook.ts';

/** `authTokens`: those of each account of ours there. */
type Deps = Readonly<{ authTokens: readonly string[]; clock: Clock; publish: (envelope: Envelope) => Promise<void> }>;

const INBOUND = 'cmd.notifier.v1.inbound';
const MESSAGE_ID = /^[\w-]{1,64}$/;
const SID = /^(SM|MM)[0-9a-fA-F]{32}$/;

// We say nothing back: what there is to say is a message of its own.
const nothingToSay: Answer = {
  status: 200,
  headers: { ...noStore, 'content-type': 'text/xml; charset=utf-8' },
  body: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
};
const noted: Answer = { status: 204, headers: noStore, body: undefined };

/** Texts that people send us, and how those that we sent fare. */
export function twilioWebhooks({ authTokens, clock, publish }: Deps): readonly Webhook[] {
  const check = (call: Call): string => checkTwilio(call, authTokens);
  return [
    {
      path: 'twilio/messages',
      check,
      read: (call) => {
        const fields = fieldsOf(call);
        const [id, from] = [fields.get('MessageSid') ?? '', fields.get('From') ?? ''];
        if (!SID.test(id)) throw malformedWebhook('a MessageSid');
        if (from === '' || from.length > 64) throw malformedWebhook('a From');
        // Twilio joins names and values before it signs: without this a letter could go from one to the other.
        if (!fields.has('Body')) throw malformedWebhook('a Body');
        const at = clock.now();
        const text = (fields.get('Body') ?? '').slice(0, 1_600);
        const body = { providerMessageId: id, from, text, at: timestampFromDate(at) };
        const told = command(ReceiveTextSchema, `${INBOUND}.receive-text`, id, at, body);
        return () => publish(told).then(() => nothingToSay);
      },
    },
    {
      path: 'twilio/status',
      check,
      read: (call) => {
        const report = reportOf(call);
        if (!report) return noted;
        const at = clock.now();
        const id = `${report.messageId}-${report.delivered ? 'delivered' : 'failed'}`;
        const body = { ...report, at: timestampFromDate(at) };
        const told = command(ReportDeliverySchema, `${INBOUND}.report-delivery`, id, at, body);
        return () => publish(told).then(() => noted);
      },
    },
  ];
}

/** Where a message has arrived, or never will; undefined while it is on its way. */
function reportOf(call: Call) {
  const fields = fieldsOf(call);
  const status = fields.get('MessageStatus');
  if (!status) throw malformedWebhook('a MessageStatus');
  const messageId = new URL(call.url).searchParams.get('message') ?? '';
  if (!MESSAGE_ID.test(messageId)) throw malformedWebhook('the id of our message in their address');
  if (status === 'delivered') return { messageId, delivered: true, code: '' };
  if (status !== 'undelivered' && status !== 'failed') return undefined;
  return { messageId, delivered: false, code: /^\d{1,6}$/.exec(fields.get('ErrorCode') ?? '')?.[0] ?? '' };
}
