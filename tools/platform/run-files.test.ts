import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearLeftovers, writeRunFile } from './run-files.ts';

let folder: string;
let child: ChildProcess;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-run-'));
  child = spawn(process.execPath, ['-e', "console.log('up'); setInterval(() => {}, 1000)"], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout ?? child, 'data');
});
afterEach(async () => {
  child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

describe('run files', () => {
  it('say the process id and the ports of a process under its name', async () => {
    await writeRunFile(folder, 'gateway', child.pid ?? 0, { http: 8080 });
    const file: unknown = JSON.parse(await readFile(join(folder, 'gateway.json'), 'utf8'));
    expect(file).toMatchObject({ pid: child.pid, ports: { http: 8080 } });
  });

  it('let the next start end what a killed one left behind', async () => {
    await writeRunFile(folder, 'gateway', child.pid ?? 0);
    const gone = once(child, 'exit');
    expect(await clearLeftovers(folder)).toEqual(['gateway']);
    expect((await gone)[1]).toBe('SIGKILL');
    expect(await readdir(folder)).toEqual([]);
  });

  it('never end another program that was given the same id later', async () => {
    const file = { pid: child.pid, ports: {}, command: '/usr/bin/something else' };
    await writeFile(join(folder, 'gateway.json'), JSON.stringify(file));
    expect(await clearLeftovers(folder)).toEqual([]);
    expect(child.exitCode).toBeNull();
    expect(child.signalCode).toBeNull();
  });
});
