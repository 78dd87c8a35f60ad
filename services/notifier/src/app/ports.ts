import type { Failure, Outcome } from '../domain/delivery.ts';
import type { Attempt, Channel, Message, Order } from '../domain/message.ts';
import type { Recipient } from '../domain/reach.ts';

export interface MessageRepository {
  find(id: string): Promise<Message | undefined>;
  /** Stores a new message; false when it had been asked for before. */
  add(decided: Outcome): Promise<boolean>;
  /** Stores a change with its facts in one write; throws `stale` when somebody else was faster. */
  save(decided: Outcome): Promise<void>;
  /** The latest text message to this number that a reply may still belong to. */
  findAnswerable(to: string, at: Date): Promise<Message | undefined>;
  /** Those not masked yet that went to this person, or to one of these addresses. */
  idsOf(personId: string, addresses: readonly string[]): Promise<readonly string[]>;
  /** Those that wait for this digest and are not out of date; a thousand at most. */
  membersOf(digestId: string, at: Date): Promise<readonly string[]>;
}

export interface Recipients {
  find(personId: string): Promise<Recipient | undefined>;
  /** Those that are known, each under the id that was asked for; a merged person is the one who survived. */
  findMany(personIds: readonly string[]): Promise<ReadonlyMap<string, Recipient>>;
  /** Keeps what is newer than what was known. */
  put(recipient: Recipient): Promise<void>;
  /** From now on messages for one go to the other; undefined undoes it. */
  redirect(personId: string, survivorId: string | undefined): Promise<void>;
  remove(personId: string): Promise<void>;
}

export type Attachment = Readonly<{ name: string; contentType: string; content: Uint8Array }>;

/** What hangs on mails that wait to be sent, for two days at most. */
export interface Attachments {
  /** For two days from now, or from when it is to be sent. */
  put(messageId: string, attachments: readonly Attachment[], sentAt?: Date): Promise<void>;
  get(messageId: string): Promise<readonly Attachment[]>;
  drop(messageId: string): Promise<void>;
}

/** Which message is the latest of its key in a Slack channel. */
export interface Updates {
  /** Announces a message that was asked for at that moment; answers which one it takes the place of, if any. */
  announce(order: Pick<Order, 'to' | 'updateKey'>, id: string, at: Date): Promise<string | undefined>;
  isLatest(message: Pick<Message, 'id' | 'to' | 'updateKey'>): Promise<boolean>;
}

/** A message in Slack that can be changed. */
export type Post = Readonly<{ place: string; providerMessageId: string }>;

/** Where the latest message of each key stands. */
export interface Posts {
  find(message: Pick<Message, 'to' | 'updateKey'>): Promise<Post | undefined>;
  put(message: Pick<Message, 'to' | 'updateKey'>, post: Post): Promise<void>;
}

/** One of Block Kit. */
export type SlackBlock = Readonly<{ type: string } & Record<string, unknown>>;

/** Where the first message of each thread stands in Slack. */
export interface Threads {
  find(message: Pick<Message, 'to' | 'threadKey'>): Promise<Post | undefined>;
  /** The first one wins. */
  begin(message: Pick<Message, 'to' | 'threadKey'>, post: Post): Promise<void>;
}

/** What a message says, in the form its channel wants. */
export type Content =
  | Readonly<{ channel: 'email'; subject: string; html: string; text: string }>
  | Readonly<{ channel: 'sms'; text: string }>
  | Readonly<{ channel: 'slack'; text: string; blocks?: readonly SlackBlock[] }>
  | Readonly<{ channel: 'push'; title: string; text: string; link?: string }>
  | Readonly<{ channel: 'inbox'; title: string; text: string; link?: string }>;

export interface Templates {
  /** Throws `invalid` for an unknown template, a missing variable or a broken seal. */
  check(order: Order): void;
  /** Throws as `check` does. */
  render(order: Order): Content;
  /** The channels that it has words for. Throws `invalid` for an unknown template. */
  channelsOf(template: string): readonly Channel[];
}

/** What came of one call to a provider, which took `durationMs` of real time. */
export type Answer = Readonly<{ durationMs: number }> &
  Pick<Attempt, 'passedOn'> &
  // Which account it was, where a channel has several.
  Readonly<{ provider?: string }> &
  (
    | (Readonly<{ outcome: 'sent'; providerMessageId: string }> & Pick<Attempt, 'segments' | 'costMicros'>)
    | (Readonly<{ outcome: 'failed'; code?: string; unclear?: boolean }> & Failure)
  );

/** A rendered message with what hangs on it. */
export type Letter = Readonly<{
  content: Content;
  attachments: readonly Attachment[];
  /** Where its reader says that they want no more of its kind. */
  unsubscribeUrl?: string;
}>;

/** Leave to make one call; always released. */
export type Turn = Readonly<{ send(message: Message, letter: Letter): Promise<Answer>; release(): void }>;

/** The ways out to people. */
export interface Outlets {
  /** Who would carry it. */
  providerOf(message: Pick<Order, 'channel' | 'to'>): string;
  /** 0 when it can go within moments; otherwise how long to leave it in the store. */
  waitMs(
    message: Pick<Order, 'channel' | 'to' | 'lane'> & Partial<Pick<Message, 'attempts'>>,
    hasBooked: boolean,
  ): number;
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
