import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TREE_NAME } from './packages.ts';
import { ensureTree } from './tree.ts';

let toolsDir: string;
const said: string[] = [];
const options = () => ({ toolsDir, report: (line: string) => void said.push(line) });

beforeEach(async () => {
  toolsDir = await mkdtemp(join(tmpdir(), 'guildhall-tree-'));
  // Nothing on PATH: whatever would be fetched fails.
  vi.stubEnv('PATH', toolsDir);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(toolsDir, { recursive: true, force: true });
});

describe('the programs of the store', () => {
  it('are the ones fetched earlier', async () => {
    await mkdir(join(toolsDir, TREE_NAME));
    const tree = await ensureTree(options());
    expect(tree.root).toBe(join(toolsDir, TREE_NAME));
    expect(said).toEqual([]);
  });

  it('run through the loader and the libraries that came with them', async () => {
    await mkdir(join(toolsDir, TREE_NAME));
    const { root, command } = await ensureTree(options());
    const [loader, ...rest] = command('postgres');
    expect(loader).toBe(join(root, 'usr/lib64/ld-linux-x86-64.so.2'));
    expect(rest.at(-1)).toBe(join(root, 'usr/lib/postgresql/18/bin/postgres.elf'));
  });

  it('are one sentence with the way out when they cannot be fetched', async () => {
    await expect(ensureTree(options())).rejects.toThrow(
      'apt-get is missing, with which the embedded document store is fetched: install it, or put a `mongod` (7 or newer) on PATH, or point MONGO_URL at a running one.',
    );
  });

  it('are not those of a run that was killed half way', async () => {
    await mkdir(join(toolsDir, `${TREE_NAME}.1.part`));
    await expect(ensureTree(options())).rejects.toThrow('is missing');
  });
});
