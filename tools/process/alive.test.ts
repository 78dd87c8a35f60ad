import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { commandOf, isGone } from './alive.ts';

const NOBODY = 2 ** 22 + 54_321;

describe('a process id', () => {
  it('tells the command line of its process', async () => {
    expect(await commandOf(process.pid)).toContain('node');
  });

  it('tells nothing when there is no such process', async () => {
    expect(await commandOf(NOBODY)).toBeUndefined();
    expect(await isGone(NOBODY)).toBe(true);
  });

  it('is not gone while its process runs, and is when it was killed', async () => {
    const child = spawn(process.execPath, ['-e', "console.log('up'); setInterval(() => {}, 1000)"]);
    await once(child.stdout, 'data');
    const pid = child.pid ?? 0;
    expect(await isGone(pid)).toBe(false);
    child.kill('SIGKILL');
    await vi.waitFor(async () => expect(await isGone(pid)).toBe(true));
  });
});
