import type { CursorRegistry } from './cursors.ts';
import type { Pool } from './postgres/pool.ts';
import type { Request } from './request.ts';
import type { TransactionRegistry } from './transactions.ts';
import type { Turns } from './turns.ts';

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
