import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const attempts = 10;
const pauseMs = 5;

/** The processes of a platform by name, as they are now: those that its data folder tells of, the store's among them. */
export async function processIds(dataDir: string): Promise<Record<string, number>> {
  const runDir = join(dataDir, 'run');
  const files = (await readdir(runDir)).filter((name) => name.endsWith('.json'));
  const services = await Promise.all(
    files.map(async (file) => {
      const { pid } = (await readJson(join(runDir, file))) as { pid: number };
      return [file.replace('.json', ''), pid] as const;
    }),
  );
  const store = (await readJson(join(dataDir, 'store', 'pids.json')).catch(() => ({}))) as Record<string, number>;
  const { postgres, gateway } = store;
  return {
    ...Object.fromEntries(services),
    ...(postgres && { postgres }),
    ...(gateway && { 'store gateway': gateway }),
  };
}

/** Read again when it is being written at this moment. */
async function readJson(path: string): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      return JSON.parse(await readFile(path, 'utf8'));
    } catch (error) {
      if (!(error instanceof SyntaxError) || attempt === attempts) throw error;
      await delay(pauseMs);
    }
  }
}
