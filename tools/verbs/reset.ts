import { access, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lockPath, refuseWhileRunning } from '../platform/lock.ts';
import { clearLeftovers } from '../platform/run-files.ts';
import { reachableFolder, storeAccount } from '../store/account.ts';
import { endLeftovers } from '../store/leftovers.ts';
import { say } from '../terminal/screen.ts';
import type { Verb } from './verb.ts';

/** Fetched programs stay: they are the same for every installation. */
const KEPT = new Set(['tools']);

const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 3 });

/** The store's data may lie elsewhere, where the checkout is closed to the account that it runs as. */
const emptyStore = async (home: string): Promise<void> => {
  const folder = await reachableFolder(home, await storeAccount(), () => undefined);
  await endLeftovers(join(home, 'pids.json'), join(folder, 'pg'));
  await remove(folder);
};

const hasStore = (home: string): Promise<boolean> =>
  access(home).then(
    () => true,
    () => false,
  );

export const verb: Verb = {
  about: 'empty the data of this folder (fetched programs stay)',
  run: async ({ dir }) => {
    await refuseWhileRunning(lockPath(dir));
    await clearLeftovers(join(dir, 'run'));
    const home = join(dir, 'store');
    if (await hasStore(home)) await emptyStore(home);
    const names = (await readdir(dir).catch(() => [])).filter((name) => !KEPT.has(name));
    await Promise.all(names.map((name) => remove(join(dir, name))));
    say('emptied; the next start loads the demonstration again');
    return 0;
  },
};
