import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { Sentence } from '../process/sentence.ts';
import { isAlive, isAliveAs } from './alive.ts';

/** The processes of a running store, as written to `pids.json`. */
export interface Pids {
  readonly postgres?: number;
  readonly gateway?: number;
  readonly mongod?: number;
  /** The process that started them and watches over them. */
  readonly supervisor: number;
}

const PATIENCE_MS = 5_000;
const POLL_MS = 20;

const readPids = async (path: string): Promise<Pids | undefined> => {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    return JSON.parse(text) as Pids;
  } catch {
    return undefined;
  }
};

const end = async (pid: number, signal: NodeJS.Signals): Promise<void> => {
  process.kill(pid, signal);
  const deadline = Date.now() + PATIENCE_MS;
  while (isAlive(pid)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGKILL');
    await delay(POLL_MS);
  }
};

/**
 * Ends the processes of a run whose supervisor was killed: they would go on serving the same data.
 * @throws Sentence when the supervisor lives, so the data is in use.
 */
export const endLeftovers = async (pidsFile: string, dataDir: string): Promise<void> => {
  const pids = await readPids(pidsFile);
  if (!pids) return;
  const servers = [pids.postgres, pids.mongod].filter((pid) => pid !== undefined);
  const alive = servers.filter((pid) => isAliveAs(pid, dataDir));
  if (alive.length > 0 && isAlive(pids.supervisor)) {
    throw new Sentence(`A document store already runs on ${dataDir} (process ${pids.supervisor}): stop it first.`);
  }
  const { gateway } = pids;
  if (gateway !== undefined && isAliveAs(gateway, 'wire/main')) await end(gateway, 'SIGTERM');
  for (const pid of alive) await end(pid, 'SIGINT');
};
