import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mongo } from 'mongoose';
import { startEmbedded } from './embedded.ts';
import type { Pids } from './leftovers.ts';
import { type RunningStore, startStore } from './store.ts';

/** A store on data of its own, which goes with it. */
export interface TemporaryStore {
  readonly store: RunningStore;
  readonly dataDir: string;
  connect(options?: mongo.MongoClientOptions): Promise<mongo.MongoClient>;
  pids(): Promise<Pids>;
  /** What was reported since the start. */
  readonly said: readonly string[];
  close(): Promise<void>;
}

/** Programs fetched once serve every test run. */
export const toolsRoot = resolve(import.meta.dirname, '../../.guildhall');

/** A folder that the store's own account can reach. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-store-'));
  await chmod(folder, 0o755);
  return folder;
};

/** Starts the embedded store, or (`any`) whichever store this machine is told to use. */
export const temporaryStore = async (which: 'embedded' | 'any' = 'embedded'): Promise<TemporaryStore> => {
  const dataDir = await temporaryFolder();
  const said: string[] = [];
  const start = which === 'embedded' ? startEmbedded : startStore;
  const store = await start({ dir: toolsRoot, dataDir, report: (line) => void said.push(line) });
  const clients: mongo.MongoClient[] = [];
  const connect: TemporaryStore['connect'] = async (options) => {
    const client = new mongo.MongoClient(store.url, { serverSelectionTimeoutMS: 10_000, ...options });
    clients.push(client);
    return client.connect();
  };
  const close = async (): Promise<void> => {
    await Promise.all(clients.map((client) => client.close()));
    await store.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const pids = async (): Promise<Pids> => JSON.parse(await readFile(join(dataDir, 'pids.json'), 'utf8')) as Pids;
  return { store, dataDir, connect, pids, said, close };
};
