import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', '.guildhall', '.git']);

const filesBelow = async (path: string): Promise<string[]> => {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const kept = entries.filter((entry) => !SKIPPED.has(entry.name) && (entry.isFile() || entry.isDirectory()));
  const nested = await Promise.all(kept.map((entry) => filesBelow(join(path, entry.name))));
  return nested.flat();
};

/** A hash of the names and contents of these files and folders, the same on every machine; what is missing counts as empty. */
export const fingerprint = async (root: string, paths: readonly string[]): Promise<string> => {
  const files = (await Promise.all(paths.map((path) => filesBelow(join(root, path))))).flat().toSorted();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
};
