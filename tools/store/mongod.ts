import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from 'node:net';
import { findOnPath } from '../process/find.ts';
import { run } from '../process/run.ts';
import { Sentence } from '../process/sentence.ts';
import { privateFolder } from './account.ts';
import { type RunningStore, type StoreOptions, urlOf, writePids } from './embedded.ts';
import { freePort } from './free-port.ts';
import { keepAlive } from './keep-alive.ts';
import { endLeftovers } from './leftovers.ts';

const OLDEST_MAJOR = 7;
const START_MS = 30_000;
const STOP_MS = 15_000;
const POLL_MS = 25;

/** The major version in what `mongod --version` prints. */
export const majorVersion = (output: string): number => Number(/db version v(\d+)\./.exec(output)?.[1] ?? 0);

/** A `mongod` on PATH that is new enough. */
export const findMongod = async (report: (line: string) => void): Promise<string | undefined> => {
  const binary = await findOnPath('mongod');
  if (binary === undefined) return undefined;
  const major = majorVersion((await run(binary, ['--version'], { timeoutMs: 5_000 })).output);
  if (major >= OLDEST_MAJOR) return binary;
  report(`${binary} is version ${major || 'unknown'}, ${OLDEST_MAJOR} or newer is needed: looking elsewhere`);
  return undefined;
};

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const untilListening = async (port: number, logFile: string, signal?: AbortSignal): Promise<void> => {
  const deadline = Date.now() + START_MS;
  while (!(await isListening(port))) {
    signal?.throwIfAborted();
    if (Date.now() > deadline) throw new Sentence(`mongod does not start: ${logFile} says why.`);
    await delay(POLL_MS);
  }
};

/** Runs a real `mongod` on data of its own, alone: nothing here needs a replica set. */
export const startMongod = async (binary: string, options: StoreOptions): Promise<RunningStore> => {
  const home = options.dataDir ?? join(options.dir, 'store');
  const [dataDir, logFile, pidsFile] = [join(home, 'mongod'), join(home, 'mongod.log'), join(home, 'pids.json')];
  await privateFolder(dataDir, undefined);
  await endLeftovers(pidsFile, dataDir);
  const port = await freePort(options.port);
  const args = ['--dbpath', dataDir, '--port', String(port), '--bind_ip', '127.0.0.1', '--logpath', logFile];
  let pid: number | undefined;
  const kept = keepAlive({
    start: () => {
      const child = spawn(binary, args, { detached: true, stdio: 'ignore' });
      pid = child.pid;
      return child;
    },
    onStart: () => writePids(pidsFile, { ...(pid && { mongod: pid }), supervisor: process.pid }),
    onRestart: (how) => options.report(`mongod ended (${how}), starting it again`),
  });
  const stop = async (): Promise<void> => {
    await kept.stop('SIGTERM', STOP_MS);
    await rm(pidsFile, { force: true });
  };
  try {
    await untilListening(port, logFile, options.signal);
    return { url: urlOf(port), kind: 'mongod', stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
