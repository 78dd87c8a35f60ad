import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Sentence } from '../process/sentence.ts';
import { reachableFolder, storeAccount } from './account.ts';
import { type Cluster, initialise, prepare, startPostgres } from './cluster.ts';
import { freePort } from './free-port.ts';
import { keepAlive, type KeptProcess } from './keep-alive.ts';
import { endLeftovers, type Pids } from './leftovers.ts';
import { ensureTree } from './tree.ts';

export interface StoreOptions {
  /** Root of fetched programs and, unless `dataDir` says otherwise, of the data. */
  readonly dir: string;
  readonly dataDir?: string;
  /** 0 or nothing: a free one. */
  readonly port?: number;
  readonly report: (line: string) => void;
  readonly signal?: AbortSignal;
}

export interface RunningStore {
  readonly url: string;
  readonly kind: 'embedded' | 'mongod' | 'url';
  stop(): Promise<void>;
}

const START_MS = 60_000;
const POSTGRES_STOP_MS = 10_000;
const GATEWAY_STOP_MS = 3_000;

export const urlOf = (port: number): string => `mongodb://127.0.0.1:${port}/?directConnection=true`;

/** Written whole or not at all, and in order: failure tests read it while processes come and go. */
export const writePids = (path: string, pids: Pids): void => {
  writeFileSync(`${path}.new`, JSON.stringify(pids));
  renameSync(`${path}.new`, path);
};

const spawnGateway = (port: number, postgresPort: number): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, `wire/main${extname(import.meta.filename)}`)], {
    detached: true,
    // Its standard input ends with us, and it ends then.
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      PGPORT: String(postgresPort),
      PGHOST: '127.0.0.1',
      EXIT_WITH_STDIN: '1',
    },
  });

const listening = async (gateway: ChildProcess): Promise<void> => {
  if (!gateway.stdout) throw new Error('the gateway has no standard output');
  const line = once(createInterface(gateway.stdout), 'line').then(() => true);
  const ended = once(gateway, 'exit').then(() => false);
  if (!(await Promise.race([line, ended]))) throw new Sentence('The gateway of the document store does not start.');
};

/** Where everything lies, and PostgreSQL's data folder made. */
const layOut = async (options: StoreOptions): Promise<{ readonly cluster: Cluster; readonly home: string }> => {
  const { report, signal } = options;
  const account = await storeAccount();
  const base = await reachableFolder(options.dir, account, report);
  const tree = await ensureTree({ toolsDir: join(base, 'tools'), report, ...(signal && { signal }) });
  const home = options.dataDir ?? join(options.dir, 'store');
  await mkdir(home, { recursive: true });
  const reachable = await reachableFolder(home, account, report);
  const dataDir = join(reachable, 'pg');
  await endLeftovers(join(home, 'pids.json'), dataDir);
  const port = await freePort();
  return { home, cluster: { tree, dataDir, account, port, logFile: join(home, 'postgres.log') } };
};

const keepPostgres = (cluster: Cluster, report: StoreOptions['report'], onStart: () => void): KeptProcess => {
  let starts = 0;
  return keepAlive({
    start: () => startPostgres(cluster, (starts += 1) === 1),
    onStart,
    onRestart: (how) => report(`PostgreSQL of the document store ended (${how}), starting it again`),
  });
};

const keepGateway = async (
  port: number,
  cluster: Cluster,
  report: StoreOptions['report'],
  onStart: () => void,
): Promise<KeptProcess> => {
  let first: Promise<void> | undefined;
  const kept = keepAlive({
    start: () => {
      const child = spawnGateway(port, cluster.port);
      first ??= listening(child);
      return child;
    },
    onStart,
    onRestart: (how) => report(`the gateway of the document store ended (${how}), starting it again`),
  });
  try {
    await first;
    return kept;
  } catch (error) {
    await kept.stop('SIGTERM', GATEWAY_STOP_MS);
    throw error;
  }
};

/**
 * PostgreSQL with DocumentDB and the gateway before it, each started again when it ends.
 * @throws Sentence when something is missing or does not start; nothing is left running then.
 */
export const startEmbedded = async (options: StoreOptions): Promise<RunningStore> => {
  const { report } = options;
  const { cluster, home } = await layOut(options);
  await initialise(cluster);
  const pidsFile = join(home, 'pids.json');
  const kept: { postgres?: KeptProcess; gateway?: KeptProcess } = {};
  const record = (): void => {
    const { postgres, gateway } = kept;
    const pids = { ...(postgres?.pid && { postgres: postgres.pid }), ...(gateway?.pid && { gateway: gateway.pid }) };
    writePids(pidsFile, { ...pids, supervisor: process.pid });
  };
  const stop = async (): Promise<void> => {
    await kept.gateway?.stop('SIGTERM', GATEWAY_STOP_MS);
    // SIGINT is PostgreSQL's fast shutdown: clients are cut, everything acknowledged is on disk.
    await kept.postgres?.stop('SIGINT', POSTGRES_STOP_MS);
    await rm(pidsFile, { force: true });
  };
  try {
    kept.postgres = keepPostgres(cluster, report, record);
    const port = await freePort(options.port);
    await prepare(cluster, START_MS, options.signal);
    kept.gateway = await keepGateway(port, cluster, report, record);
    record();
    return { url: urlOf(port), kind: 'embedded', stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
