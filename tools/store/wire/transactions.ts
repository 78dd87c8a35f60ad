import { CommandFailure, codes, TRANSIENT } from './errors.ts';
import type { PostgresConnection } from './postgres/connection.ts';
import type { Pool } from './postgres/pool.ts';
import type { ClientId, Request } from './request.ts';

export interface Transaction {
  readonly session: string;
  readonly number: bigint;
  readonly connection: PostgresConnection;
  /** The socket that carried its latest statement. */
  client: ClientId;
  usedAt: number;
}

const MAX_REMEMBERED = 1_000;

const noSuchTransaction = (): CommandFailure =>
  new CommandFailure(codes.noSuchTransaction, 'no such transaction is open', [TRANSIENT]);

const keyOf = (session: string, number: bigint): string => `${session}:${number}`;

/** The open transactions, each on a PostgreSQL connection of its own, by the session they belong to. */
export class TransactionRegistry {
  readonly #pool: Pool;
  readonly #open = new Map<string, Transaction>();
  readonly #committed = new Set<string>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /**
   * The transaction a statement belongs to, begun when the statement says so; undefined outside transactions.
   * @throws CommandFailure 251 when the transaction is not open (any more).
   */
  async of({ envelope, client }: Request): Promise<Transaction | undefined> {
    const { inTransaction, startsTransaction, sessionId: session, txnNumber: number } = envelope;
    if (!inTransaction || session === undefined || number === undefined) return undefined;
    const found = this.#open.get(session);
    if (found && !startsTransaction && found.number === number) {
      found.client = client;
      found.usedAt = Date.now();
      return found;
    }
    if (!startsTransaction) throw noSuchTransaction();
    if (found) await this.rollBack(found);
    return this.#begin(session, number, client);
  }

  /** Ends it as the client asks; a repeated commit of what was committed succeeds, as a retrying driver expects. */
  async end({ envelope }: Request, outcome: 'commit' | 'rollback'): Promise<void> {
    const { sessionId: session = '', txnNumber: number = 0n } = envelope;
    const transaction = this.#open.get(session);
    if (!transaction || transaction.number !== number) {
      if (outcome === 'commit' && this.#committed.has(keyOf(session, number))) return;
      throw noSuchTransaction();
    }
    if (outcome === 'rollback') return this.rollBack(transaction);
    this.#open.delete(session);
    try {
      await transaction.connection.command('commit');
      this.#remember(keyOf(session, number));
    } finally {
      this.#pool.release(transaction.connection);
    }
  }

  /** Undoes a transaction and gives its connection back; a connection that cannot even roll back is closed. */
  async rollBack(transaction: Transaction): Promise<void> {
    if (this.#open.get(transaction.session) !== transaction) return;
    this.#open.delete(transaction.session);
    try {
      await transaction.connection.command('rollback');
    } catch {
      transaction.connection.close();
    } finally {
      this.#pool.release(transaction.connection);
    }
  }

  /** A client is gone: what it left open is undone, so that its locks are free at once. */
  async abandon(client: ClientId): Promise<void> {
    await this.#rollBackWhere((transaction) => transaction.client === client);
  }

  /** Undoes what has not been used since the given moment (milliseconds of the epoch). */
  async expire(unusedSince: number): Promise<void> {
    await this.#rollBackWhere((transaction) => transaction.usedAt < unusedSince);
  }

  async close(): Promise<void> {
    await this.#rollBackWhere(() => true);
  }

  async #rollBackWhere(isDone: (transaction: Transaction) => boolean): Promise<void> {
    await Promise.all([...this.#open.values()].filter(isDone).map((transaction) => this.rollBack(transaction)));
  }

  async #begin(session: string, number: bigint, client: ClientId): Promise<Transaction> {
    const connection = await this.#pool.acquire();
    try {
      await connection.command('begin isolation level repeatable read');
    } catch (error) {
      this.#pool.release(connection);
      throw error;
    }
    const transaction: Transaction = { session, number, connection, client, usedAt: Date.now() };
    this.#open.set(session, transaction);
    return transaction;
  }

  #remember(key: string): void {
    this.#committed.add(key);
    const [oldest] = this.#committed;
    if (this.#committed.size > MAX_REMEMBERED && oldest !== undefined) this.#committed.delete(oldest);
  }
}
