import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Sentence } from '../process/sentence.ts';
import { type Account, privateFolder } from './account.ts';
import type { Tree } from './tree.ts';
import { PostgresConnection } from './wire/postgres/connection.ts';

/** A PostgreSQL data folder and how to serve it. */
export interface Cluster {
  readonly tree: Tree;
  readonly dataDir: string;
  readonly account: Account | undefined;
  readonly port: number;
  /** Where the server's log goes; written anew for each run. */
  readonly logFile: string;
}

const settings = (port: number): Readonly<Record<string, string | number>> => ({
  listen_addresses: '127.0.0.1',
  port,
  unix_socket_directories: '',
  max_connections: 100,
  shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb',
  'cron.database_name': 'postgres',
  'cron.host': '127.0.0.1',
  'cron.log_run': 'off',
  'cron.log_statement': 'off',
  shared_buffers: '128MB',
  jit: 'off',
  max_parallel_workers_per_gather: 0,
  // Nobody reads the log to replicate or to archive.
  wal_level: 'minimal',
  max_wal_senders: 0,
  // Off, one write in thirty is lost with `kill -9`; on, none.
  synchronous_commit: 'on',
  // A killed server repeats what came after the last checkpoint: seconds' worth, instead of minutes'.
  checkpoint_timeout: '30s',
  // Before that it would flush each of some thousand files; one call flushes them all.
  recovery_init_sync_method: 'syncfs',
  // Waiting for a whole second, as by default, stalls everybody when bulk writes meet.
  deadlock_timeout: '100ms',
  // Without statistics an indexed lookup right after a load is ten times slower.
  autovacuum_naptime: '2s',
  autovacuum_analyze_threshold: 200,
  autovacuum_analyze_scale_factor: 0.1,
  // What counts is how many documents there are, and that takes a small sample; a large one is read every few seconds.
  default_statistics_target: 10,
  // A document over 2 kB is compressed at each write: this way in a fraction of the time.
  default_toast_compression: 'lz4',
  'documentdb_core.enableCollation': 'on',
  'documentdb.enableCollationWithNonUniqueOrderedIndexes': 'on',
  // Otherwise a few dozen half-read sorted cursors hold every connection.
  'documentdb.useFileBasedPersistedCursors': 'on',
  'documentdb.defaultCursorExpiryTimeLimitSeconds': 600,
  // Refusals quote values, which may be personal: only what ends the server is logged.
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
});

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const spawnAs = (
  cluster: Cluster,
  program: 'initdb' | 'postgres',
  args: readonly string[],
  truncate: boolean,
): ChildProcess => {
  const [command, ...before] = cluster.tree.command(program);
  const log = openSync(cluster.logFile, truncate ? 'w' : 'a');
  try {
    return spawn(command, [...before, ...args], {
      cwd: '/',
      // In a group of its own: a Ctrl-C at the terminal reaches us, and we stop the store last.
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C.UTF-8' },
      ...cluster.account,
    });
  } finally {
    closeSync(log);
  }
};

/**
 * Makes the data folder when there is none. A run that is killed meanwhile leaves only a draft behind.
 * @throws Sentence when `initdb` fails.
 */
export const initialise = async (cluster: Cluster): Promise<void> => {
  if (await isThere(join(cluster.dataDir, 'PG_VERSION'))) return;
  const draft = `${cluster.dataDir}.new`;
  await rm(draft, { recursive: true, force: true });
  await privateFolder(draft, cluster.account);
  const args = [
    '-D',
    draft,
    '-A',
    'trust',
    '-U',
    'postgres',
    '--locale=C.UTF-8',
    '--encoding=UTF8',
    '--no-instructions',
  ];
  const child = spawnAs(cluster, 'initdb', [...args, '--no-sync'], true);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', resolve);
  });
  if (code !== 0) throw new Sentence(`The document store could not be initialised: ${cluster.logFile} says why.`);
  await rename(draft, cluster.dataDir);
};

/** Starts the server; it recovers by itself what a killed one left. */
export const startPostgres = (cluster: Cluster, isFirst: boolean): ChildProcess => {
  const options = Object.entries(settings(cluster.port)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawnAs(cluster, 'postgres', ['-D', cluster.dataDir, ...options], isFirst);
};

const RETRY_MS = 15;

const connectInTime = async (
  cluster: Cluster,
  patienceMs: number,
  signal?: AbortSignal,
): Promise<PostgresConnection> => {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await PostgresConnection.open({ host: '127.0.0.1', port: cluster.port });
    } catch (cause) {
      if (Date.now() > deadline)
        throw new Sentence(`The document store does not start: ${cluster.logFile} says why.`, { cause });
    }
    await delay(RETRY_MS);
  }
};

// Jobs, expiry of documents among them, go on knocking at the port they were made with. Indexes are built at once here,
// so the two jobs that look every two seconds for one to build have nothing to do.
const settleJobs = (port: number): string => `
  update cron.job set nodeport = ${port}, active = command not like '%build_index_concurrently%'
  where nodeport <> ${port} or active and command like '%build_index_concurrently%'`;

/**
 * Waits until the server takes statements and makes sure of the extension.
 * @throws Sentence when it is not there in time or lacks the extension.
 */
export const prepare = async (cluster: Cluster, patienceMs: number, signal?: AbortSignal): Promise<void> => {
  const connection = await connectInTime(cluster, patienceMs, signal);
  try {
    await connection.command('create extension if not exists documentdb cascade');
    await connection.command(settleJobs(cluster.port));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Sentence(`The document store lacks its extension: ${reason}.`, { cause });
  } finally {
    connection.close();
  }
};
