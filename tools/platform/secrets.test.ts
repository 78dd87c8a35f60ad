import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSecrets, SECRET_NAMES } from './secrets.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-secrets-'));
  path = join(folder, 'data', 'secrets.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the secrets of an installation', () => {
  it('are 32 random bytes each, all different', async () => {
    const secrets = await loadSecrets(path);
    const lengths = SECRET_NAMES.map((name) => Buffer.from(secrets[name], 'base64url').length);
    expect(lengths).toEqual(SECRET_NAMES.map(() => 32));
    expect(new Set(Object.values(secrets)).size).toBe(SECRET_NAMES.length);
  });

  it('are the same at the next start', async () => {
    expect(await loadSecrets(path)).toEqual(await loadSecrets(path));
  });

  it('can be read by their owner only', async () => {
    await loadSecrets(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('keep those that are there when a new one is needed', async () => {
    const secrets = await loadSecrets(path);
    await writeFile(path, JSON.stringify({ SEALING_KEY: secrets.SEALING_KEY }));
    const again = await loadSecrets(path);
    expect(again.SEALING_KEY).toBe(secrets.SEALING_KEY);
    expect(Object.keys(JSON.parse(await readFile(path, 'utf8')) as object)).toHaveLength(SECRET_NAMES.length);
  });
});
