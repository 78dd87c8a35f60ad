import type { Long } from 'bson';
import { CommandFailure, codes } from '../errors.ts';
import type { Statement } from '../postgres/protocol.ts';
import { decode, firstColumn, OK, reply } from '../reply.ts';
import type { Command } from '../backend.ts';
import type { Request } from '../request.ts';
import { onConnection } from './execute.ts';
import { explain } from './explain.ts';

const WRITING_STAGES = ['$merge\0', '$out\0'].map((stage) => Buffer.from(stage));

const firstPage = (operation: string): Statement => ({
  name: operation,
  text: `select cursorpage, continuation, cursorid from documentdb_api.${operation}_cursor_first_page($1, $2::documentdb_core.bson)`,
});

const NEXT_PAGE: Statement = {
  name: 'next_page',
  text: 'select cursorpage, continuation from documentdb_api.cursor_get_more($1, $2::documentdb_core.bson, $3::documentdb_core.bson)',
};

const FORGET_CURSOR: Statement = {
  name: 'forget_cursor',
  text: 'select documentdb_api_internal.delete_cursors(array[$1::bigint])',
};

const isWriting = ({ body }: Request): boolean => WRITING_STAGES.some((stage) => body.includes(stage));

const opening =
  (statement: Statement): Command =>
  (request, backend) =>
    onConnection(
      request,
      backend,
      { pool: isWriting(request) ? 'writes' : 'reads' },
      async (connection, transaction) => {
        const row = await connection.run(statement, [request.envelope.database, request.body]);
        const page = firstColumn(row);
        const [, continuation, id] = row ?? [];
        if (continuation && id) {
          const at = { id: id.readBigInt64BE(), transaction, client: request.client };
          backend.cursors.add({ ...at, continuation: Buffer.from(continuation) });
        }
        return page;
      },
    );

const single = (operation: string): Command => {
  const statement: Statement = {
    name: operation,
    text: `select document from documentdb_api.${operation}_query($1, $2::documentdb_core.bson)`,
  };
  return (request, backend) =>
    onConnection(request, backend, { pool: 'reads' }, async (connection) =>
      firstColumn(await connection.run(statement, [request.envelope.database, request.body])),
    );
};

const idOf = (value: Long | number | undefined): bigint => BigInt(value?.toString() ?? 0);

const getMore: Command = async (request, backend) => {
  const id = idOf(decode(request.body)['getMore']);
  const cursor = backend.cursors.find(id, request.client);
  if (!cursor) throw new CommandFailure(codes.cursorNotFound, `cursor id ${id} not found`);
  return onConnection(request, backend, { pool: 'reads' }, async (connection) => {
    const parameters = [request.envelope.database, request.body, cursor.continuation];
    const row = await connection.run(NEXT_PAGE, parameters);
    const page = firstColumn(row);
    const continuation = row?.[1];
    if (continuation) cursor.continuation = Buffer.from(continuation);
    else backend.cursors.remove(id);
    return page;
  });
};

/** The file behind a cursor that is not read on; failing leaves it to the extension's own sweep. */
export const forgetCursor: (id: bigint, backend: Parameters<Command>[1]) => Promise<void> = async (id, backend) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(id);
  await backend.reads.use((connection) => connection.run(FORGET_CURSOR, [bytes])).catch(() => undefined);
};

const killCursors: Command = async (request, backend) => {
  const ids: readonly (Long | number)[] = decode(request.body)['cursors'] ?? [];
  const killed = ids.filter((id) => backend.cursors.remove(idOf(id)));
  await Promise.all(killed.map((id) => forgetCursor(idOf(id), backend)));
  const cursorsNotFound = ids.filter((id) => !killed.includes(id));
  return reply({ cursorsKilled: killed, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 });
};

const ending =
  (outcome: 'commit' | 'rollback'): Command =>
  async (request, backend) => {
    await backend.transactions.end(request, outcome);
    return OK;
  };

export const readCommands: Readonly<Record<string, Command>> = {
  find: opening(firstPage('find')),
  aggregate: opening(firstPage('aggregate')),
  listcollections: opening(firstPage('list_collections')),
  listindexes: opening(firstPage('list_indexes')),
  count: single('count'),
  distinct: single('distinct'),
  getmore: getMore,
  explain,
  killcursors: killCursors,
  committransaction: ending('commit'),
  aborttransaction: ending('rollback'),
};
