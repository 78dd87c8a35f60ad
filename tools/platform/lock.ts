import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { commandOf } from '../process/alive.ts';
import { Sentence } from '../process/sentence.ts';

export interface Holder {
  readonly pid: number;
  readonly url: string;
}

/** Where the lock of a data folder is. */
export const lockPath = (dataDir: string): string => join(dataDir, 'run', 'platform.lock');

/** What the command line of a running platform has in it: a process id alone may have been given to another program. */
const OURS = /main\.ts|vitest|\bnode\b/;
const ATTEMPTS = 2;

/** Who holds the lock, when that process still runs. */
export const holderOf = async (path: string): Promise<Holder | undefined> => {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const holder = JSON.parse(text) as Holder;
    return OURS.test((await commandOf(holder.pid)) ?? '') ? holder : undefined;
  } catch {
    return undefined;
  }
};

const refusal = (holder: Holder): Sentence =>
  new Sentence(
    `Guildhall already runs in this folder: ${holder.url} (process ${holder.pid}); stop it first, with Ctrl-C where it runs.`,
  );

/** Throws the sentence that says who runs here, when somebody does. */
export const refuseWhileRunning = async (path: string): Promise<void> => {
  const holder = await holderOf(path);
  if (holder !== undefined) throw refusal(holder);
};

/** Takes the lock of a data folder, or throws the sentence that says who has it; returns how to let go. */
export const takeLock = async (path: string, url: string): Promise<() => Promise<void>> => {
  await mkdir(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const file = await open(path, 'wx').catch(() => undefined);
    if (file !== undefined) {
      await file.writeFile(JSON.stringify({ pid: process.pid, url } satisfies Holder));
      await file.close();
      return () => rm(path, { force: true });
    }
    await refuseWhileRunning(path);
    await rm(path, { force: true });
  }
  throw new Sentence(`${path} cannot be taken: another start is happening at this moment.`);
};
