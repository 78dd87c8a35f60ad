import type { Throttle } from './rules/throttle.ts';

export type Lane = 'emergency' | 'transactional' | 'bulk';
export const CHANNELS = ['email', 'sms', 'slack', 'push', 'inbox'] as const;
export type Channel = (typeof CHANNELS)[number];
export const CATEGORIES = [
  'auth',
  'reminder',
  'presence',
  'course',
  'board',
  'meeting',
  'emergency',
  'volunteer',
] as const;
export type Category = (typeof CATEGORIES)[number];
export type MessageStatus = 'requested' | 'held' | 'sending' | 'sent' | 'failed' | 'expired' | 'cancelled';
/** What a held message waits for; `dueAt` is when it is released. */
export type HeldFor = 'schedule' | 'quiet_hours' | 'digest' | 'throttle';

/** What a service asked for, whoever it goes to. */
export type Wish = Readonly<{
  /** One message per key, however often it is asked for. */
  idempotencyKey: string;
  lane: Lane;
  category: Category;
  template: string;
  variables: Readonly<Record<string, string>>;
  /** Variables that must not be readable at rest; opened when the message is rendered, gone when it is settled. */
  sealed?: Uint8Array;
  expiresAt?: Date;
  /** What the asking service calls it. */
  reference: string;
  /** The trace of the request that led to it (W3C). */
  traceparent?: string;
  /** BCP 47; absent for the organisation's own. */
  locale?: string;
  /** A reply by text message is told until then; absent when none is expected. */
  answerUntil?: Date;
  /** In a Slack channel the latest message with this key takes the place of the one before. */
  updateKey?: string;
  /** Who asked: a service or a person. */
  sender?: string;
  /** Messages of one group may become one digest. */
  group?: string;
  /** Messages of one key make one thread. */
  threadKey?: string;
  /** In a Slack channel: the only user who sees it. */
  onlyFor?: string;
  /** E-mail: where replies go. */
  replyTo?: string;
  /** It waits until then. */
  notBefore?: Date;
  /** The request that it is part of: of one audience nobody gets two. */
  audienceId?: string;
  /** The request whose attachments go with it, instead of some of its own. */
  attachedTo?: string;
  /** The chain of questions that it is a step of. */
  escalation?: string;
  escalationStep?: number;
  /** Which brand it wears. */
  brand?: string;
  /** A sample, which says so. */
  isTest?: boolean;
  /** At most so many of a key to one recipient. */
  throttle?: Throttle;
}>;

/** One message for one address. */
export type Order = Wish &
  Readonly<{
    channel: Channel;
    to: string;
    /** Whose address that is, when a person was asked for. */
    personId?: string;
    contactId?: string;
    hasAttachments?: boolean;
    /** True for the message that tells of others: a digest. */
    isDigest?: boolean;
  }>;

export type Attempt = Readonly<{
  at: Date;
  provider: string;
  outcome: 'sent' | 'refused' | 'failed';
  providerMessageId?: string;
  reason?: string;
  durationMs: number;
  /** Of a text message: its parts, and what they cost in millionths of the currency's unit. */
  segments?: number;
  costMicros?: number;
  /** The provider may have taken it all the same: nobody else may be asked for it any more. */
  unclear?: boolean;
  /** Those that were asked before it within the same try, and surely did not take it. */
  passedOn?: readonly PassedOn[];
}>;

export type PassedOn = Readonly<{ provider: string; reason: string; durationMs: number }>;

export type Message = Order &
  Readonly<{
    id: string;
    version: number;
    status: MessageStatus;
    requestedAt: Date;
    sentAt?: Date;
    /** Held: what it waits for. */
    heldFor?: HeldFor;
    /** Held: when it is released. Requested: when to try again. Sending: when the claim of whoever sends it runs out. */
    dueAt?: Date;
    /** When it had waited for as long as it had to. */
    releasedAt?: Date;
    /** Held: the message that is to tell of this one. */
    digestId?: string;
    /** A digest that is closed: the messages that it tells of. */
    gathers?: readonly string[];
    reason?: string;
    attempts: readonly Attempt[];
    /** When the provider said that it arrived. */
    deliveredAt?: Date;
    /** When the person opened it in their inbox. */
    readAt?: Date;
    /** When it was settled without being sent, or was given up after it. */
    endedAt?: Date;
    /** What it waited for, the latest times. */
    holds?: readonly Hold[];
    /** What the provider said of it later. */
    reports?: readonly Report[];
    /** The latest replies, by their provider's id. */
    answers?: readonly Answered[];
    /** True once nothing personal is left in it. */
    masked?: boolean;
  }>;

export type Answered = Readonly<{ id: string; at: Date }>;
export type Hold = Readonly<{ at: Date; until: Date; why: HeldFor }>;
export type Report = Readonly<{ at: Date; outcome: 'delivered' | 'undelivered'; code?: string }>;

export type MessageFact =
  | Readonly<{ type: 'message-sent'; message: Message; at: Date }>
  | Readonly<{ type: 'message-failed'; message: Message; reason: string; at: Date }>
  | Readonly<{ type: 'message-delivered'; message: Message; at: Date }>
  | Readonly<{ type: 'message-read'; message: Message; at: Date }>
  | Readonly<{ type: 'message-answered'; message: Message; text: string; at: Date }>;

export const isSettled = ({ status }: Message): boolean =>
  status === 'sent' || status === 'failed' || status === 'expired' || status === 'cancelled';

export const isExpired = ({ expiresAt }: Pick<Order, 'expiresAt'>, at: Date): boolean =>
  expiresAt !== undefined && expiresAt <= at;
