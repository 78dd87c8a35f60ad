import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { isAlive, isAliveAs } from './alive.ts';

describe('a process id', () => {
  it('is alive while its process runs', () => {
    expect(isAlive(process.pid)).toBe(true);
  });

  it('is not alive after its end', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    expect(isAlive(child.pid ?? 0)).toBe(false);
  });

  it('is not alive as a dead process that nobody waited for', async () => {
    // The shell starts a child, says its id, and becomes a program that never waits for it.
    const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60']);
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const zombie = Number(line.toString());
    await expect.poll(() => isAlive(zombie)).toBe(false);
    expect(process.kill(zombie, 0)).toBe(true);
    parent.kill('SIGKILL');
  });

  it('is known by its command line, for ids are given out again', () => {
    expect(isAliveAs(process.pid, 'node')).toBe(true);
    expect(isAliveAs(process.pid, '/no/such/folder')).toBe(false);
  });
});
