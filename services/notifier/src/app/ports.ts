import type { Failure, Outcome } from '../domain/delivery.ts';
import type { Attempt, Message, Order } from '../domain/message.ts';

export interface MessageRepository {
  find(id: string): Promise<Message | undefined>;
  /** Stores a new message; false when it had been asked for before. */
  add(decided: Outcome): Promise<boolean>;
  /** Stores a change with its facts in one write; throws `stale` when somebody else was faster. */
  save(decided: Outcome): Promise<void>;
}

/** What a message says, in the form its channel wants. */
export type Content =
  | Readonly<{ channel: 'email'; subject: string; html: string; text: string }>
  | Readonly<{ channel: 'sms'; text: string }>
  | Readonly<{ channel: 'slack'; text: string; context?: string }>;

export interface Templates {
  /** Throws `invalid` for an unknown template, a missing variable or a broken seal. */
  render(order: Order): Content;
}

/** What came of one call to a provider, which took `durationMs` of real time. */
export type Answer = Readonly<{ durationMs: number }> &
  (Readonly<{ outcome: 'sent'; providerMessageId: string }> | (Readonly<{ outcome: 'failed' }> & Failure));

/** Leave to make one call; always released. */
export type Turn = Readonly<{ send(message: Message, content: Content): Promise<Answer>; release(): void }>;

/** The ways out to people. */
export interface Outlets {
  /** Who would carry it. */
  providerOf(message: Pick<Order, 'channel' | 'to'>): string;
  /** 0 when it can go within moments; otherwise how long to leave it in the store. */
  waitMs(message: Order, hasBooked: boolean): number;
  /** Waits until the provider's limits let it through; rejects when the signal aborts. */
  turn(message: Message, signal: AbortSignal): Promise<Turn>;
}

/** Told after a message's due time moved nearer. */
export type Nudge = () => void;

export type Note = Readonly<{ messageId: string; attempt: Attempt }>;

/**
 * What providers took and the store does not know yet, kept where a killed process leaves it behind: without it, all
 * that was on its way to the store at that moment would be sent again.
 */
export interface Notes {
  add(note: Note): void;
  /** The store knows it now. */
  remove(messageId: string): void;
}
