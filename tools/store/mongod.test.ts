import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findMongod, majorVersion } from './mongod.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-mongod-'));
  vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const putOnPath = async (version: string): Promise<string> => {
  const binary = join(folder, 'mongod');
  await writeFile(binary, `#!/bin/sh\necho "db version v${version}"\n`);
  await chmod(binary, 0o755);
  return binary;
};

describe('a mongod on PATH', () => {
  it('is used from version 7 on', async () => {
    const binary = await putOnPath('8.0.4');
    expect(await findMongod(() => undefined)).toBe(binary);
  });

  it('is passed over when it is older, and says so', async () => {
    const binary = await putOnPath('6.0.19');
    const said: string[] = [];
    expect(await findMongod((line) => void said.push(line))).toBeUndefined();
    expect(said).toEqual([`${binary} is version 6, 7 or newer is needed: looking elsewhere`]);
  });

  it('has its version in what it prints', () => {
    expect(majorVersion('db version v10.1.2\nBuild Info: {}')).toBe(10);
    expect(majorVersion('Segmentation fault')).toBe(0);
  });
});
