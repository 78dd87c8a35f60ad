import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'guildhall-print-'));
  await mkdir(join(root, 'web', 'dist'), { recursive: true });
  await writeFile(join(root, 'web', 'page.tsx'), 'one');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const print = () => fingerprint(root, ['web', 'missing.json']);

describe('the fingerprint of inputs', () => {
  it('changes when a file changes', async () => {
    const before = await print();
    await writeFile(join(root, 'web', 'page.tsx'), 'two');
    expect(await print()).not.toBe(before);
  });

  it('changes when a file gets another name', async () => {
    const before = await print();
    await rm(join(root, 'web', 'page.tsx'));
    await writeFile(join(root, 'web', 'other.tsx'), 'one');
    expect(await print()).not.toBe(before);
  });

  it('does not see what was built', async () => {
    const before = await print();
    await writeFile(join(root, 'web', 'dist', 'page.js'), 'built');
    expect(await print()).toBe(before);
  });
});
