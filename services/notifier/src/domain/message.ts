export type Lane = 'emergency' | 'transactional' | 'bulk';
export type Channel = 'email' | 'sms' | 'slack' | 'push';
export type Category = 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency';
export type MessageStatus = 'requested' | 'sending' | 'sent' | 'failed' | 'expired';

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
  }>;

export type Attempt = Readonly<{
  at: Date;
  provider: string;
  outcome: 'sent' | 'refused' | 'failed';
  providerMessageId?: string;
  reason?: string;
  durationMs: number;
}>;

export type Message = Order &
  Readonly<{
    id: string;
    version: number;
    status: MessageStatus;
    requestedAt: Date;
    sentAt?: Date;
    /** Requested: when to try again. Sending: when the claim of whoever is sending it runs out. */
    dueAt?: Date;
    reason?: string;
    attempts: readonly Attempt[];
    /** When the provider said that it arrived. */
    deliveredAt?: Date;
    /** The latest replies, by their provider's id. */
    answers?: readonly Answered[];
    /** True once nothing personal is left in it. */
    masked?: boolean;
  }>;

export type Answered = Readonly<{ id: string; at: Date }>;

export type MessageFact =
  | Readonly<{ type: 'message-sent'; message: Message; at: Date }>
  | Readonly<{ type: 'message-failed'; message: Message; reason: string; at: Date }>
  | Readonly<{ type: 'message-delivered'; message: Message; at: Date }>
  | Readonly<{ type: 'message-answered'; message: Message; text: string; at: Date }>;

export const isSettled = ({ status }: Message): boolean =>
  status === 'sent' || status === 'failed' || status === 'expired';

export const isExpired = ({ expiresAt }: Pick<Order, 'expiresAt'>, at: Date): boolean =>
  expiresAt !== undefined && expiresAt <= at;
