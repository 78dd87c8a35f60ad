export type Lane = 'emergency' | 'transactional' | 'bulk';
export type Channel = 'email' | 'sms' | 'slack';
export type Category = 'auth' | 'reminder' | 'presence' | 'course' | 'board' | 'meeting' | 'emergency';
export type MessageStatus = 'requested' | 'sending' | 'sent' | 'failed' | 'expired';

/** What a service asked for. */
export type Order = Readonly<{
  /** One message per key, however often it is asked for. */
  idempotencyKey: string;
  lane: Lane;
  category: Category;
  channel: Channel;
  to: string;
  template: string;
  variables: Readonly<Record<string, string>>;
  /** Variables that must not be readable at rest; opened when the message is rendered, gone when it is settled. */
  sealed?: Uint8Array;
  expiresAt?: Date;
  /** What the asking service calls it. */
  reference: string;
  /** The trace of the request that led to it (W3C). */
  traceparent?: string;
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
  }>;

export type MessageFact =
  | Readonly<{ type: 'message-sent'; message: Message; at: Date }>
  | Readonly<{ type: 'message-failed'; message: Message; reason: string; at: Date }>;

export const isSettled = ({ status }: Message): boolean =>
  status === 'sent' || status === 'failed' || status === 'expired';

export const isExpired = ({ expiresAt }: Pick<Order, 'expiresAt'>, at: Date): boolean =>
  expiresAt !== undefined && expiresAt <= at;
