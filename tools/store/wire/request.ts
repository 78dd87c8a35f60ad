import type { Envelope } from './envelope.ts';
import type { DocumentSequence } from './message.ts';
import type { CursorRegistry } from './cursors.ts';
import type { Pool } from './postgres/pool.ts';
import type { TransactionRegistry } from './transactions.ts';
import type { Turns } from './turns.ts';

/** One client's socket, as far as transactions and cursors care: their life ends with it. */
export type ClientId = symbol;

export interface Request {
  readonly client: ClientId;
  readonly envelope: Envelope;
  readonly body: Buffer;
  readonly sequences: readonly DocumentSequence[];
}

/** What the commands work with. Reads and writes keep to connections of their own, so that neither waits in the other's queue. */
export interface Backend {
  readonly reads: Pool;
  readonly writes: Pool;
  readonly cursors: CursorRegistry;
  readonly transactions: TransactionRegistry;
  readonly turns: Turns;
}

/** Answers a command with the BSON of its reply. */
export type Command = (request: Request, backend: Backend) => Buffer | Promise<Buffer>;

/** `database.collection`, for messages. */
export const namespaceOf = ({ envelope }: Request): string => `${envelope.database}.${envelope.target ?? '$cmd'}`;
