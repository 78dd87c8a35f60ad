import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstClosedFolder, privateFolder, reachableFolder } from './account.ts';

const nobody = { uid: 65_534, gid: 65_534 };
let root: string;
let said: string[];

const report = (line: string): void => void said.push(line);

beforeEach(async () => {
  said = [];
  root = await mkdtemp(join(tmpdir(), 'guildhall-account-'));
  await chmod(root, 0o755);
  await mkdir(join(root, 'home/checkout'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('a folder for an account of its own', () => {
  it('is itself where every folder above it may be entered', async () => {
    const folder = join(root, 'home/checkout/.guildhall');
    expect(await reachableFolder(folder, nobody, report)).toBe(folder);
    expect(said).toEqual([]);
  });

  it('is found closed by the first folder above it that is', async () => {
    await chmod(join(root, 'home'), 0o700);
    expect(await firstClosedFolder(join(root, 'home/checkout/new'))).toBe(join(root, 'home'));
  });

  it('is elsewhere when one above it is closed, always the same, and says so', async () => {
    await chmod(join(root, 'home'), 0o700);
    const folder = join(root, 'home/checkout');
    const instead = await reachableFolder(folder, nobody, report);
    expect(await reachableFolder(folder, nobody, () => undefined)).toBe(instead);
    expect(await firstClosedFolder(instead)).toBeUndefined();
    expect(said).toEqual([`${join(root, 'home')} is closed to the account the store runs as: using ${instead}`]);
    await rm(instead, { recursive: true });
  });

  it('is itself where we run it as ourselves', async () => {
    await chmod(join(root, 'home'), 0o700);
    const folder = join(root, 'home/checkout');
    expect(await reachableFolder(folder, undefined, report)).toBe(folder);
  });

  it('may be private', async () => {
    const folder = join(root, 'data');
    await privateFolder(folder, undefined);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });
});
