import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const Saved = z.object({ offsetMs: z.number().finite() });

/** The offset an earlier process left behind; a missing or unreadable file is real time. */
export async function readOffset(path: string): Promise<number> {
  try {
    return Saved.parse(JSON.parse(await readFile(path, 'utf8'))).offsetMs;
  } catch {
    return 0;
  }
}

/** Replaces the file in one step, so that a crash leaves the old offset or the new one. */
export async function writeOffset(path: string, offsetMs: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify({ offsetMs }));
  await rename(`${path}.new`, path);
}
