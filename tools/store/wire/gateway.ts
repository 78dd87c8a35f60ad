import { createServer, type AddressInfo, type Server } from 'node:net';
import { Client } from './client.ts';
import { forgetCursor } from './commands/reads.ts';
import { CursorRegistry } from './cursors.ts';
import { COMMAND_SETTINGS, PostgresConnection, type PostgresAddress } from './postgres/connection.ts';
import { Pool } from './postgres/pool.ts';
import type { Statement } from './postgres/protocol.ts';
import type { Backend } from './backend.ts';
import { TransactionRegistry } from './transactions.ts';
import { Turns } from './turns.ts';

export interface GatewayOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly postgres: PostgresAddress;
}

export interface Gateway {
  readonly port: number;
  /** Takes no more clients, answers what is being worked on, undoes open transactions. */
  close(): Promise<void>;
}

const READ_CONNECTIONS = 12;
const WRITE_CONNECTIONS = 20;
const TRANSACTION_CONNECTIONS = 24;
// Shorter than drivers wait for an answer, so that they hear what is wrong.
const PATIENCE_MS = 3_000;
const MAX_WAITING = 4_096;
const SWEEP_MS = 5_000;
// As MongoDB's `transactionLifetimeLimitSeconds`.
const TRANSACTION_IDLE_MS = 60_000;

// Drivers repeat a write at once or not at all; what is older only takes room.
const FORGET_OLD_WRITES: Statement = {
  name: 'forget_old_writes',
  text: `delete from documentdb_data.retryable_writes where write_time < now() - interval '10 minutes'`,
};
const SWEEPS_PER_FORGETTING = 12;

const openBackend = (address: PostgresAddress) => {
  const pool = (size: number): Pool =>
    new Pool({
      open: () => PostgresConnection.open(address, COMMAND_SETTINGS),
      size,
      patienceMs: PATIENCE_MS,
      maxWaiting: MAX_WAITING,
    });
  const pools = {
    reads: pool(READ_CONNECTIONS),
    writes: pool(WRITE_CONNECTIONS),
    inTransaction: pool(TRANSACTION_CONNECTIONS),
  };
  const transactions = new TransactionRegistry(pools.inTransaction);
  const backend: Backend = { ...pools, cursors: new CursorRegistry(), transactions, turns: new Turns() };
  const close = async (): Promise<void> => {
    await transactions.close();
    for (const each of Object.values(pools)) each.close();
  };
  return { backend, close };
};

const startSweeping = (backend: Backend): NodeJS.Timeout => {
  let sweeps = 0;
  const sweep = async (): Promise<void> => {
    sweeps += 1;
    const now = Date.now();
    await Promise.all(backend.cursors.expire(now).map(({ id }) => forgetCursor(id, backend)));
    await backend.transactions.expire(now - TRANSACTION_IDLE_MS);
    if (sweeps % SWEEPS_PER_FORGETTING !== 0) return;
    await backend.writes.use((connection) => connection.run(FORGET_OLD_WRITES, []));
  };
  // A sweep that fails is made up for by the next one.
  return setInterval(() => void sweep().catch(() => undefined), SWEEP_MS).unref();
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/**
 * Serves MongoDB's wire protocol on loopback, over PostgreSQL with the DocumentDB extension.
 * @throws the error of `listen`, such as EADDRINUSE.
 */
export const startGateway = async ({ port, postgres }: GatewayOptions): Promise<Gateway> => {
  const { backend, close } = openBackend(postgres);
  const clients = new Set<Client>();
  const server = createServer((socket) => {
    const client = new Client(socket, backend);
    clients.add(client);
    socket.once('close', () => clients.delete(client));
  });
  const listening = await listen(server, port);
  const sweeping = startSweeping(backend);
  return {
    port: listening,
    close: async () => {
      clearInterval(sweeping);
      server.close();
      await Promise.all([...clients].map((client) => client.close()));
      await close();
    },
  };
};
