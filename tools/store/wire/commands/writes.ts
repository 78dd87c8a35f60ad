import { CommandFailure, codeOfSqlState, codes, duplicateKeyMessage, unpackSqlState } from '../errors.ts';
import { elementsOf } from '../envelope.ts';
import { PostgresRefusal } from '../postgres/failure.ts';
import type { Statement } from '../postgres/protocol.ts';
import { decode, firstColumn, reply } from '../reply.ts';
import type { Command } from '../backend.ts';
import { namespaceOf, type Request } from '../request.ts';
import { upsertRaces } from '../retry.ts';
import type { Transaction } from '../transactions.ts';
import { type Job, onConnection } from './execute.ts';

const UPSERT = Buffer.from('upsert\0');
const MULTI = Buffer.from('multi\0');
const TRUE = 1;

// The documents that travel beside the command go on as they are: the extension takes the same sequence of bytes.
const batch = (operation: string): Statement => ({
  name: operation,
  text: `select p_result, p_success from documentdb_api.${operation}($1, $2::documentdb_core.bson, $3::documentdb_core.bsonsequence, $4)`,
});

const FIND_AND_MODIFY: Statement = {
  name: 'find_and_modify',
  text: 'select p_result, p_success from documentdb_api.find_and_modify($1, $2::documentdb_core.bson, $3)',
};

const mentions = ({ body, sequences }: Request, field: Buffer): boolean =>
  body.includes(field) || sequences.some(({ documents }) => documents.includes(field));

const isUpsert = (request: Request): boolean => mentions(request, UPSERT);

const BATCHES = new Set(['documents', 'updates', 'deletes']);

/** Whether the command is one statement; a batch comes beside the command or, from a few drivers, in it. */
const isSingle = ({ body, sequences: [first, ...others] }: Request): boolean => {
  if (first) return others.length === 0 && first.documents.readInt32LE(0) === first.documents.length;
  for (const { name, at, end } of elementsOf(body)) {
    if (BATCHES.has(name)) return [...elementsOf(body.subarray(at, end))].length === 1;
  }
  return true;
};

/**
 * The key under which the store remembers a write with one statement, so that the driver's repetition of it has no
 * second effect. A batch has none: the extension would not tell its statements apart.
 */
const retryKey = (request: Request): string | null => {
  const { inTransaction, txnNumber, sessionId } = request.envelope;
  return !inTransaction && txnNumber !== undefined && isSingle(request) ? `${sessionId}:${txnNumber}` : null;
};

interface WriteError {
  code: number;
  errmsg: string;
}

const toMongo = (error: WriteError, namespace: string): WriteError => {
  const mongo = codeOfSqlState(unpackSqlState(error.code));
  const errmsg = mongo === codes.duplicateKey ? duplicateKeyMessage(error.errmsg, namespace) : error.errmsg;
  return { ...error, code: mongo.code, errmsg };
};

/** A lone upsert that lost a race has no effect and says so in its answer; as an error it is tried again like any other. */
class LostRace extends PostgresRefusal {
  readonly answer: Buffer;

  constructor(answer: Buffer) {
    super('23505', 'an upsert lost a race');
    this.answer = answer;
  }
}

/** The answer to a batch with errors in it; a write conflict inside a transaction is the failure of the whole command. */
const withMongoCodes = (result: Buffer, request: Request, transaction: Transaction | undefined): Buffer => {
  const decoded = decode(result);
  const errors: WriteError[] = decoded['writeErrors'] ?? [];
  const translated = errors.map((error) => toMongo(error, namespaceOf(request)));
  const conflict = translated.find(({ code }) => code === codes.writeConflict.code);
  if (transaction && conflict) throw new CommandFailure(codes.writeConflict, conflict.errmsg);
  const answer = reply({ ...decoded, ok: 1, writeErrors: translated });
  const isDuplicate = translated.some(({ code }) => code === codes.duplicateKey.code);
  if (!transaction && isDuplicate && isUpsert(request) && isSingle(request)) throw new LostRace(answer);
  return answer;
};

const write =
  (statement: Statement): Command =>
  async (request, backend) => {
    const key = retryKey(request);
    const { database } = request.envelope;
    const documents = request.sequences[0]?.documents ?? null;
    const job: Job = async (connection, transaction) => {
      const row = await connection.run(statement, [database, request.body, documents, key]);
      const result = firstColumn(row);
      if (row?.[1]?.[0] === TRUE) return result;
      const answer = withMongoCodes(result, request, transaction);
      if (transaction) await backend.transactions.rollBack(transaction);
      return answer;
    };
    const locksMany = !isSingle(request) || statement.name === 'delete' || mentions(request, MULTI);
    const rules = isUpsert(request) ? [upsertRaces] : [];
    try {
      return await onConnection(
        request,
        backend,
        { pool: 'writes', rules, isRepeatable: key !== null, locksMany },
        job,
      );
    } catch (error) {
      if (error instanceof LostRace) return error.answer;
      throw error;
    }
  };

const findAndModify: Command = (request, backend) => {
  const key = retryKey(request);
  const rules = isUpsert(request) ? [upsertRaces] : [];
  return onConnection(request, backend, { pool: 'writes', rules, isRepeatable: key !== null }, async (connection) =>
    firstColumn(await connection.run(FIND_AND_MODIFY, [request.envelope.database, request.body, key])),
  );
};

export const writeCommands: Readonly<Record<string, Command>> = {
  insert: write(batch('insert')),
  update: write(batch('update')),
  delete: write(batch('delete')),
  findandmodify: findAndModify,
};
