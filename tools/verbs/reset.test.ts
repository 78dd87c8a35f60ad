import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockPath, takeLock } from '../platform/lock.ts';
import { verb } from './reset.ts';

let dir: string;
const reset = () => verb.run({ root: '/nowhere', dir }, []);

beforeEach(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  dir = await mkdtemp(join(tmpdir(), 'guildhall-reset-'));
  for (const name of ['nats', 'store', 'sandbox', 'tools']) await mkdir(join(dir, name));
  await writeFile(join(dir, 'secrets.json'), '{}');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true, force: true });
});

describe('npm run reset', () => {
  it('empties the data and keeps what was fetched', async () => {
    expect(await reset()).toBe(0);
    expect(await readdir(dir)).toEqual(['tools']);
  });

  it('refuses while the platform runs, and touches nothing', async () => {
    await takeLock(lockPath(dir), 'http://localhost:8080');
    await expect(reset()).rejects.toThrow('Guildhall already runs in this folder');
    expect(await readdir(dir)).toContain('store');
  });
});
