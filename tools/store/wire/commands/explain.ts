import { serialize } from 'bson';
import type { Command } from '../backend.ts';
import { CommandFailure, codes } from '../errors.ts';
import type { Statement } from '../postgres/protocol.ts';
import { decode, firstColumn, reply } from '../reply.ts';
import { onConnection } from './execute.ts';

// PostgreSQL makes an EXPLAIN into rows of its own, so the answer has its plan in the place of MongoDB's.
const explaining = (operation: string): Statement => ({
  name: `explain_${operation}`,
  text: `explain (format json) select document from documentdb_api_catalog.bson_aggregation_${operation}($1, $2::documentdb_core.bson)`,
});

const statements = { find: explaining('find'), aggregate: explaining('pipeline'), count: explaining('count') };

const isExplained = (name: string): name is keyof typeof statements => Object.hasOwn(statements, name);

/** How a query would be answered: what reads it, by which index. */
export const explain: Command = (request, backend) => {
  const { explain: explained } = decode(request.body);
  const [name = ''] = Object.keys(explained ?? {});
  if (!isExplained(name)) throw new CommandFailure(codes.commandNotFound, `cannot explain '${name}'`);
  const body = Buffer.from(serialize(explained));
  return onConnection(request, backend, { pool: 'reads' }, async (connection) => {
    const plan = firstColumn(await connection.run(statements[name], [request.envelope.database, body]));
    return reply({ queryPlanner: { winningPlan: JSON.parse(plan.toString()) }, ok: 1 });
  });
};
