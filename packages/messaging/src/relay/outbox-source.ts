import type { Envelope } from '../envelope.ts';
import type { OutboxLedger, Ticket } from './outbox-ledger.ts';

/** Messages of one aggregate that its streams may not have. */
export type Waiting = Readonly<{
  /** The name of the source they come from. */
  source: string;
  /** The aggregate's id. */
  owner: string;
  /** Real time of the oldest save among those that wrote them. */
  keptAt: Date;
  messages: readonly Envelope[];
}>;

/** The messages of one save of this process, handed over from memory. */
export type Offered = Waiting & Readonly<{ ticket: Ticket }>;

/** What is remembered of a stream, to see later that it lost something. */
export type StreamMark = Readonly<{
  /** When the stream was made, as the broker says it. */
  created: string;
  /** A sequence that was confirmed. */
  sequence: number;
  /** The id of the message there. */
  messageId: string;
}>;

/** How far one relay is, for whoever has to go on in its place. */
export type OutboxMark = Readonly<{
  /** When it was written, by the clock of its process: a mark that stands still belongs to a process that is gone. */
  heartbeatAt: Date;
  /** By source: all that this process kept there before has reached its streams, or was certainly not stored. */
  confirmedBefore: Readonly<Record<string, Date>>;
}>;

/** The outbox of one collection. */
export interface OutboxSource {
  readonly name: string;
  /** What this process has saved here, and its streams may not have. */
  readonly ledger: OutboxLedger;
  /**
   * Everything kept since `at` (real time) by whatever process, published or not: what a lost stream is rebuilt from,
   * and where to go on in the place of a process that is gone.
   */
  since(at: Date): AsyncIterable<Waiting>;
  /** What the outboxes of these aggregates hold now; an aggregate that is not there is left out. */
  of(owners: readonly string[]): Promise<readonly Waiting[]>;
  /** Shared by all sources of one store. */
  readonly marks: RelayMarks;
}

/** What relays write down, one set for all sources of one store. */
export interface RelayMarks {
  readonly streams: StreamMarks;
  readonly outboxes: OutboxMarks;
}

export interface StreamMarks {
  /** The streams that have a mark. */
  names(): Promise<readonly string[]>;
  load(stream: string): Promise<StreamMark | undefined>;
  save(stream: string, mark: StreamMark): Promise<void>;
}

export interface OutboxMarks {
  /** By the id of the relay. */
  all(): Promise<ReadonlyMap<string, OutboxMark>>;
  save(relay: string, mark: OutboxMark): Promise<void>;
  /** Deletes it, if it has not been written since it was read: a process that is there after all keeps its mark. */
  remove(relay: string, heartbeatAt: Date): Promise<void>;
}
