import { CommandFailure, codes } from '../errors.ts';
import type { Parameter, Row, Statement } from '../postgres/protocol.ts';
import { decode, firstColumn, OK, reply } from '../reply.ts';
import type { Backend, Command } from '../backend.ts';
import type { Request } from '../request.ts';
import { catalogueRaces } from '../retry.ts';
import { onConnection } from './execute.ts';

type Answer = (row: Row | undefined, request: Request) => Buffer;

interface Definition {
  readonly sql: string;
  readonly parameters?: (request: Request) => readonly Parameter[];
  readonly answer?: Answer;
  readonly pool?: 'reads' | 'writes';
}

const databaseAndBody = ({ envelope, body }: Request): readonly Parameter[] => [envelope.database, body];
const databaseAndTarget = ({ envelope }: Request): readonly Parameter[] => [envelope.database, envelope.target ?? ''];

/** A command that is one call of the extension. */
const calling = (name: string, definition: Definition): Command => {
  const { sql, parameters = databaseAndBody, answer = firstColumn, pool = 'writes' } = definition;
  const statement: Statement = { name, text: sql };
  return (request: Request, backend: Backend) =>
    onConnection(request, backend, { pool, rules: [catalogueRaces] }, async (connection) =>
      answer(await connection.run(statement, parameters(request)), request),
    );
};

const createIndexesAnswer: Answer = (row) => {
  const result = decode(firstColumn(row));
  return reply({ ...(result['raw']?.defaultShard ?? result), ok: 1 });
};

const dropAnswer: Answer = (row, { envelope }) => {
  if (firstColumn(row)[0] === 1) return reply({ ns: `${envelope.database}.${envelope.target}`, ok: 1 });
  throw new CommandFailure(codes.namespaceNotFound, 'ns not found');
};

const BSON = 'documentdb_core.bson';

export const catalogueCommands: Readonly<Record<string, Command>> = {
  // Handles views, validators and plain collections alike.
  create: calling('create', { sql: `select documentdb_api.create_collection_view($1, $2::${BSON})` }),
  drop: calling('drop', {
    sql: 'select documentdb_api.drop_collection($1, $2)',
    parameters: databaseAndTarget,
    answer: dropAnswer,
  }),
  dropdatabase: calling('drop_database', {
    sql: 'select documentdb_api.drop_database($1)',
    parameters: ({ envelope }) => [envelope.database],
    answer: (_, { envelope }) => reply({ dropped: envelope.database, ok: 1 }),
  }),
  renamecollection: calling('rename', {
    sql: `select documentdb_api.rename_collection($1::${BSON})`,
    parameters: ({ body }) => [body],
    answer: () => OK,
  }),
  createindexes: calling('create_indexes', {
    sql: `select documentdb_api_internal.create_indexes_non_concurrently($1, $2::${BSON}, true)`,
    answer: createIndexesAnswer,
  }),
  dropindexes: calling('drop_indexes', {
    sql: `call documentdb_api.drop_indexes($1, $2::${BSON}, null)`,
    answer: () => OK,
  }),
  collmod: calling('coll_mod', {
    sql: `select documentdb_api.coll_mod($1, $2, $3::${BSON})`,
    parameters: (request) => [...databaseAndTarget(request), request.body],
  }),
  collstats: calling('coll_stats', {
    sql: 'select documentdb_api.coll_stats($1, $2)',
    parameters: databaseAndTarget,
    pool: 'reads',
  }),
  dbstats: calling('db_stats', {
    sql: 'select documentdb_api.db_stats($1)',
    parameters: ({ envelope }) => [envelope.database],
    pool: 'reads',
  }),
  listdatabases: calling('list_databases', {
    sql: `select documentdb_api.list_databases($1::${BSON})`,
    parameters: ({ body }) => [body],
    pool: 'reads',
  }),
};
