import type { Envelope } from '../envelope.ts';

/** The messages of one save, or all that an aggregate has waiting. */
export type Waiting = Readonly<{
  /** The name of the source they come from. */
  source: string;
  /** The aggregate's id. */
  owner: string;
  /** The aggregate's version that was written, or read, together with the messages. */
  version: number;
  /** The lowest version whose messages are among these: `version` itself for what one save wrote. */
  from: number;
  messages: readonly Envelope[];
}>;

export type Confirmed = Pick<Waiting, 'owner' | 'version' | 'from'>;

/** What is remembered of a stream, to see later that it lost something. */
export type StreamMark = Readonly<{
  /** When the stream was made, as the broker says it. */
  created: string;
  /** A sequence that was confirmed. */
  sequence: number;
  /** The id of the message there. */
  messageId: string;
}>;

/** The outbox of one collection. */
export interface OutboxSource {
  readonly name: string;
  /** Aggregates whose messages wait since before `olderThan` (real time), the oldest first, at most `limit`. */
  pending(olderThan: Date, limit: number): Promise<readonly Waiting[]>;
  /** Everything kept since `at` (real time), published or not: what a lost stream is rebuilt from. */
  since(at: Date): AsyncIterable<Waiting>;
  /** Notes that the streams have all of these messages, so that the sweep leaves them alone; an owner stands there once. Failing is harmless. */
  confirmed(saves: readonly Confirmed[]): Promise<void>;
  /** Since when the oldest message waits. */
  oldest(): Promise<Date | undefined>;
  /** How many aggregates have messages that wait. */
  depth(): Promise<number>;
  /** Shared by all sources of one store. */
  readonly marks: StreamMarks;
}

export interface StreamMarks {
  /** The streams that have a mark. */
  streams(): Promise<readonly string[]>;
  load(stream: string): Promise<StreamMark | undefined>;
  save(stream: string, mark: StreamMark): Promise<void>;
}
