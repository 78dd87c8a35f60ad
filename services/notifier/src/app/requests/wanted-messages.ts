import type { Category, Channel, Lane, Wish } from '../../domain/message.ts';
import type { Reach } from '../../domain/reach.ts';
import type { Step } from '../../domain/requests/escalation.ts';
import type { Attachment } from '../ports.ts';

/** A recipient as it was named, an address with the field that it stood in. */
export type Named =
  | Readonly<{ personId: string }>
  | Readonly<{ channel: Channel; to: string; field: 'email' | 'phone' | 'slackChannel' | 'slackUser' }>
  | Readonly<{ role: string }>
  | Readonly<{ permission: string }>
  | Readonly<{ topic: string }>;

type Carried = Pick<
  Wish,
  'template' | 'variables' | 'expiresAt' | 'group' | 'replyTo' | 'threadKey' | 'updateKey' | 'locale' | 'throttle'
>;

/** Asks for one message to each recipient. */
export type SendMessages = Carried &
  Readonly<{
    recipients: readonly Named[];
    lane: Lane;
    category: Category;
    channel?: Channel;
    reach: Reach['kind'];
    idempotencyKey: string;
    sendAt?: Date;
    attachments: readonly Attachment[];
    reference: string;
    brand?: string;
    steps?: readonly Step[];
    by: string;
    traceparent?: string;
    fingerprint: string;
  }>;
