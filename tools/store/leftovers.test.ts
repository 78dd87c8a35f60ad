import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endLeftovers } from './leftovers.ts';

let folder: string;
let pidsFile: string;
let server: ChildProcess;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-leftovers-'));
  pidsFile = join(folder, 'pids.json');
  // Names the data folder in its command line, as PostgreSQL does.
  server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")', '--', folder]);
  if (server.stdout) await once(server.stdout, 'data');
});
afterEach(async () => {
  server.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const endedPid = async (): Promise<number> => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
};

const record = (supervisor: number, postgres = server.pid): Promise<void> =>
  writeFile(pidsFile, JSON.stringify({ supervisor, postgres }));

describe('what a killed run left behind', () => {
  it('is ended before the data is served again', async () => {
    await record(await endedPid());
    const ended = once(server, 'exit');
    await endLeftovers(pidsFile, folder);
    expect((await ended)[1]).toBe('SIGINT');
  });

  it('is not touched while its supervisor lives: the data is in use', async () => {
    await record(process.pid);
    await expect(endLeftovers(pidsFile, folder)).rejects.toThrow(`already runs on ${folder} (process ${process.pid})`);
    expect(server.exitCode).toBeNull();
  });

  it('is not a process that got the same id later', async () => {
    await record(await endedPid());
    await endLeftovers(pidsFile, '/some/other/folder');
    expect(server.signalCode).toBeNull();
  });

  it.each([
    ['nothing', undefined],
    ['half a file', '{"postgres":'],
  ])('may be %s', async (_, text) => {
    if (text !== undefined) await writeFile(pidsFile, text);
    await expect(endLeftovers(pidsFile, folder)).resolves.toBeUndefined();
  });
});
