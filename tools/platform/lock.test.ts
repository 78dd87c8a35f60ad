import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holderOf, takeLock } from './lock.ts';

const NOBODY = 2 ** 22 + 12_345;
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-lock-'));
  path = join(folder, 'run', 'platform.lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  it('is had by one platform at a time, and says where that one runs', async () => {
    await takeLock(path, 'http://localhost:8080');
    await expect(takeLock(path, 'http://localhost:9090')).rejects.toThrow(
      `Guildhall already runs in this folder: http://localhost:8080 (process ${process.pid})`,
    );
  });

  it('is free again after it was let go', async () => {
    const release = await takeLock(path, 'http://localhost:8080');
    await release();
    expect(await holderOf(path)).toBeUndefined();
    await takeLock(path, 'http://localhost:9090');
  });

  it('is taken over from a platform that was killed', async () => {
    const release = await takeLock(path, 'http://localhost:8080');
    await writeFile(path, JSON.stringify({ pid: NOBODY, url: 'http://localhost:8080' }));
    await takeLock(path, 'http://localhost:9090');
    expect(await holderOf(path)).toEqual({ pid: process.pid, url: 'http://localhost:9090' });
    await release();
  });

  it('is taken over when its file is damaged', async () => {
    const release = await takeLock(path, 'http://localhost:8080');
    await writeFile(path, '{"pid":');
    await expect(takeLock(path, 'http://localhost:9090')).resolves.toBeTypeOf('function');
    await release();
  });
});
