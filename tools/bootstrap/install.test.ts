import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled, markInstalled } from './install.mjs';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'guildhall-install-'));
  await writeFile(join(root, 'package-lock.json'), '{"lockfileVersion":3}');
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('what is installed', () => {
  it('is nothing in a fresh clone', () => {
    expect(isInstalled(root)).toBe(false);
  });

  it('is right after an install, and stays so', async () => {
    await mkdir(join(root, 'node_modules'));
    markInstalled(root);
    expect(isInstalled(root)).toBe(true);
  });

  it('is stale when the lockfile has changed since', async () => {
    await mkdir(join(root, 'node_modules'));
    markInstalled(root);
    await writeFile(join(root, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}');
    expect(isInstalled(root)).toBe(false);
  });

  it('is not known when somebody else has installed it', async () => {
    await mkdir(join(root, 'node_modules'));
    expect(isInstalled(root)).toBe(false);
  });
});
