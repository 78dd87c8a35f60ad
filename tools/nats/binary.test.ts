import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { natsBinary } from './binary.ts';
import { type Recipe, verify } from './recipes.ts';

const realPath = process.env.PATH;
let folder: string;

const script = (version: string): string => `#!/bin/sh\necho "nats-server: v${version}"\n`;

const recipe = (from: string, version: string): Recipe & { used: number } => ({
  from,
  used: 0,
  async fetch(target) {
    this.used += 1;
    await writeFile(target, script(version));
  },
});

const broken: Recipe = { from: 'nowhere', fetch: () => Promise.reject(new Error('no network')) };

const find = (recipes: readonly Recipe[], report: (line: string) => void = () => undefined) =>
  natsBinary({ toolsDir: join(folder, 'tools'), report, recipes });

const putOnPath = async (version: string): Promise<string> => {
  const binary = join(folder, 'nats-server');
  await writeFile(binary, script(version));
  await chmod(binary, 0o755);
  process.env.PATH = `${folder}:/bin:/usr/bin`;
  return binary;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-binary-'));
  process.env.PATH = '/bin:/usr/bin';
});
afterEach(async () => {
  process.env.PATH = realPath;
  await rm(folder, { recursive: true, force: true });
});

describe('the nats-server that is used', () => {
  it('is the one on PATH when its version is right', async () => {
    const binary = await putOnPath('2.14.0');
    expect(await find([broken])).toBe(binary);
  });

  it('is not one on PATH that is too old, and says so', async () => {
    await putOnPath('2.9.10');
    const said: string[] = [];
    const good = recipe('a good place', '2.15.1');
    expect(await find([good], (line) => void said.push(line))).toContain(join('tools', 'nats-server-2.15.1'));
    expect(said[0]).toContain('is version 2.9.10, 2.14.0 or newer is needed');
  });

  it('is fetched once and then kept', async () => {
    const good = recipe('a good place', '2.15.1');
    const first = await find([good]);
    expect(await find([good])).toBe(first);
    expect(good.used).toBe(1);
  });

  it('is fetched again when the kept file is not what was fetched', async () => {
    const good = recipe('a good place', '2.15.1');
    const binary = await find([good]);
    await writeFile(binary, 'damaged');
    await find([good]);
    expect(good.used).toBe(2);
    expect(await readFile(binary, 'utf8')).toBe(script('2.15.1'));
  });

  it('comes from the next recipe when one fails', async () => {
    const good = recipe('a good place', '2.15.1');
    await find([broken, recipe('the past', '2.9.10'), good]);
    expect(good.used).toBe(1);
  });

  it('is one sentence with the way out when no recipe works', async () => {
    await expect(find([broken])).rejects.toThrow(
      'nats-server is missing and could not be fetched (nowhere: no network): put version 2.14.0 or newer on PATH, or point NATS_URL at a running one.',
    );
  });
});

describe('a fetched file', () => {
  it('is refused when it is not the one that is known', async () => {
    const path = join(folder, 'file');
    await writeFile(path, 'something else');
    await expect(verify(path, 'abc')).rejects.toThrow('is not the file it should be');
  });

  it('passes when nothing is known of it', async () => {
    await expect(verify(join(folder, 'file'), undefined)).resolves.toBeUndefined();
  });
});
