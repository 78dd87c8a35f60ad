import { join } from 'node:path';
import { reachableFolder, storeAccount } from './account.ts';
import { type RunningStore, startEmbedded, type StoreOptions } from './embedded.ts';
import { findMongod, startMongod } from './mongod.ts';
import { ensureTree } from './tree.ts';

export type { RunningStore, StoreOptions } from './embedded.ts';

/**
 * Gives a document store: the one that MONGO_URL names, else a `mongod` on PATH, else the embedded one, which is fetched
 * the first time. What is started here listens on loopback only, is started again when it dies, and keeps its data
 * in `dataDir` between runs; `<dataDir>/pids.json` tells the processes.
 * @throws Sentence when none of them can be had, with the way out.
 */
export const startStore = async (options: StoreOptions): Promise<RunningStore> => {
  const url = process.env['MONGO_URL'];
  if (url) return { url, kind: 'url', stop: () => Promise.resolve() };
  const mongod = await findMongod(options.report);
  return mongod === undefined ? startEmbedded(options) : startMongod(mongod, options);
};

/** Fetches what `startStore` would have to fetch, so that it can happen beside other preparations. */
export const warm = async (options: Pick<StoreOptions, 'dir' | 'report' | 'signal'>): Promise<void> => {
  if (process.env['MONGO_URL'] || (await findMongod(() => undefined)) !== undefined) return;
  const base = await reachableFolder(options.dir, await storeAccount(), options.report);
  await ensureTree({ ...options, toolsDir: join(base, 'tools') });
};
