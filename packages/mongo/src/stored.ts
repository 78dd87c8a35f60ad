import type { Envelope } from '@guildhall/messaging';

/** One aggregate is one document: its state, its version, and the messages it caused within the replay window. */
export type Stored<State> = {
  _id: string;
  version: number;
  state: State;
  /** Business time of the next thing that is due. */
  dueAt?: Date;
  outbox: StoredEnvelope[];
  /** Real time of the newest entry that was ever in `outbox`. */
  outboxAt?: Date;
  /** Real time of the oldest entry that `outbox` may hold. */
  outboxFrom?: Date;
  /** The last few saves, each by a number of its own: how an unknown outcome is settled. */
  saves: number[];
};

/** An envelope as the document keeps it. */
export type StoredEnvelope = Omit<Envelope, 'data'> & {
  data: StoredBytes;
  /** Of the aggregate, after the save that wrote it. */
  version: number;
  /** Real time of that save. */
  keptAt: Date;
};

export type Loaded<State> = Readonly<{ id: string; version: number; state: State }>;

export type Save<State> = Readonly<{
  id: string;
  /** The version that this save makes: 1 creates. */
  version: number;
  state: State;
  messages?: readonly Envelope[];
  dueAt?: Date | undefined;
}>;

/** An index; say beside it which query needs it. */
export type IndexSpec = Readonly<{
  name: string;
  keys: Readonly<Record<string, 1 | -1>>;
  unique?: boolean;
  /** Only documents that match are in the index. */
  where?: Readonly<Record<string, unknown>>;
}>;

/** Bytes as the driver gives them back: in a wrapping of its own. */
export type StoredBytes = Uint8Array | Readonly<{ buffer: Uint8Array }>;

/** The bytes that were stored, out of the driver's wrapping. */
export const bytesOf = (stored: StoredBytes): Uint8Array => (stored instanceof Uint8Array ? stored : stored.buffer);
