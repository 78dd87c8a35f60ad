import { CommandFailure, codes, RETRYABLE_WRITE, toFailure, TRANSIENT } from '../errors.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { ConnectionLost, PostgresRefusal } from '../postgres/failure.ts';
import type { Backend } from '../backend.ts';
import { namespaceOf, type Request } from '../request.ts';
import { conflicts, lostConnections, retrying, type RetryRule } from '../retry.ts';
import type { Transaction } from '../transactions.ts';

export type Job = (connection: PostgresConnection, transaction: Transaction | undefined) => Promise<Buffer>;

export interface ExecuteOptions {
  readonly pool: 'reads' | 'writes';
  readonly rules?: readonly RetryRule[];
  /** A second run has no second effect: it reads, or the store remembers it. So it may run again when its outcome is unknown. */
  readonly isRepeatable?: boolean;
  /** It may hold the locks of several documents at once, and so meet a deadlock. */
  readonly locksMany?: boolean;
}

const DEADLOCK = '40P01';

/** In a transaction every failure ends it, as on MongoDB; the client is told when trying it anew makes sense. */
const inTransaction = async (transaction: Transaction, request: Request, backend: Backend, job: Job) => {
  try {
    return await job(transaction.connection, transaction);
  } catch (error) {
    await backend.transactions.rollBack(transaction);
    const failure = toFailure(error, namespaceOf(request));
    const isTransient = error instanceof ConnectionLost || failure.mongo === codes.writeConflict;
    throw isTransient ? new CommandFailure(failure.mongo, failure.message, [TRANSIENT]) : failure;
  }
};

const onPool = async (request: Request, backend: Backend, job: Job, options: ExecuteOptions): Promise<Buffer> => {
  const work = () => backend[options.pool].use((connection) => job(connection, undefined));
  if (!options.locksMany) return work();
  const collection = namespaceOf(request);
  try {
    return await backend.turns.run(collection, work);
  } catch (error) {
    if (error instanceof PostgresRefusal && error.sqlState === DEADLOCK) backend.turns.collided(collection);
    throw error;
  }
};

const alone = async (request: Request, backend: Backend, job: Job, options: ExecuteOptions): Promise<Buffer> => {
  const { rules = [], isRepeatable = options.pool === 'reads' } = options;
  try {
    const all = [conflicts, ...rules, ...(isRepeatable ? [lostConnections] : [])];
    return await retrying(all, () => onPool(request, backend, job, options));
  } catch (error) {
    const mayRepeat = error instanceof ConnectionLost && (isRepeatable || !error.sent);
    if (!mayRepeat) throw error;
    const { mongo, message } = toFailure(error, namespaceOf(request));
    throw new CommandFailure(mongo, message, [RETRYABLE_WRITE]);
  }
};

/** Runs a job on the connection of the request's transaction, else on one of the pool, where conflicts are tried again. */
export const onConnection = async (
  request: Request,
  backend: Backend,
  options: ExecuteOptions,
  job: Job,
): Promise<Buffer> => {
  const transaction = await backend.transactions.of(request);
  return transaction ? inTransaction(transaction, request, backend, job) : alone(request, backend, job, options);
};
