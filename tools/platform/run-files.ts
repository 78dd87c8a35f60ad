import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandOf, isGone } from '../process/alive.ts';

const GONE_WITHIN_MS = 2_000;
const POLL_MS = 10;

/** What is known of a running process: `<dataDir>/run/<name>.json`. */
export interface RunFile {
  readonly pid: number;
  readonly ports: Readonly<Record<string, number>>;
  /** The command line, to tell the process from another one that was given its id later. */
  readonly command: string;
}

/** Records a process under its name; done again after each restart. */
export const writeRunFile = async (
  folder: string,
  name: string,
  pid: number,
  ports: Readonly<Record<string, number>> = {},
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const file: RunFile = { pid, ports, command: (await commandOf(pid)) ?? '' };
  await writeFile(join(folder, `${name}.json`), JSON.stringify(file));
};

const read = async (path: string): Promise<RunFile | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as RunFile;
  } catch {
    return undefined;
  }
};

const stillRuns = async ({ pid, command }: RunFile): Promise<boolean> =>
  command !== '' && (await commandOf(pid)) === command;

/** Its ports are free when it is gone. */
const untilGone = async ({ pid }: RunFile): Promise<void> => {
  const deadline = performance.now() + GONE_WITHIN_MS;
  while (performance.now() < deadline && !(await isGone(pid))) await delay(POLL_MS);
};

/** Ends what an earlier run left behind when it was killed itself, and forgets it; returns the names of what it ended. */
export const clearLeftovers = async (folder: string): Promise<string[]> => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const endedNames: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const file = await read(path);
    if (file !== undefined && (await stillRuns(file))) {
      process.kill(file.pid, 'SIGKILL');
      await untilGone(file);
      endedNames.push(name.replace('.json', ''));
    }
    await rm(path, { force: true });
  }
  return endedNames;
};

/** Ends at once every process that a file of ids by name speaks of; used when there is no time for order. */
export const killListed = (path: string): void => {
  try {
    const pids = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, number>>;
    for (const pid of Object.values(pids)) if (pid !== process.pid) process.kill(pid, 'SIGKILL');
  } catch {
    // Nothing runs that we know of.
  }
};
