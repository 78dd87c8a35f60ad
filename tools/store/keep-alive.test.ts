import { spawn, type ChildProcess } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isAlive } from './alive.ts';
import { keepAlive, type KeptProcess } from './keep-alive.ts';

let kept: KeptProcess | undefined;
afterEach(() => kept?.stop('SIGKILL', 100));

const run = (script: string): ChildProcess => spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });

const keep = (start: () => ChildProcess) => {
  const ends: string[] = [];
  const starts: (number | undefined)[] = [];
  kept = keepAlive({ start, onStart: () => void starts.push(kept?.pid), onRestart: (how) => void ends.push(how) });
  return { process: kept, ends, starts };
};

const deadPid = async (pid: number | undefined): Promise<void> => {
  await vi.waitFor(() => expect(isAlive(pid ?? 0)).toBe(false));
};

describe('a process that is kept alive', () => {
  it('is started again when it is killed, and says how it ended', async () => {
    const { process: one, ends } = keep(() => run('exec sleep 60'));
    const before = one.pid ?? 0;
    process.kill(before, 'SIGKILL');
    await vi.waitFor(() => expect(one.pid).not.toBe(before));
    expect(ends).toEqual(['SIGKILL']);
  });

  it('is back within 200 milliseconds the first time', async () => {
    const { process: one, starts } = keep(() => run('exec sleep 60'));
    process.kill(one.pid ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(starts).toHaveLength(2), { timeout: 200, interval: 5 });
  });

  it('is started more and more slowly while it keeps ending', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { ends } = keep(() => run('exit 3'));
    await vi.waitFor(() => expect(ends.length).toBeGreaterThan(2), { interval: 5 });
    vi.useRealTimers();
    expect(new Set(ends)).toEqual(new Set(['code 3']));
  });

  it('is started again when it could not be started', async () => {
    const { ends } = keep(() => spawn('/no/such/program'));
    await vi.waitFor(() => expect(ends.length).toBeGreaterThan(1));
    expect(ends[0]).toContain('ENOENT');
  });

  it('ends for good when it is stopped', async () => {
    const { process: one, ends } = keep(() => run('exec sleep 60'));
    const { pid } = one;
    await one.stop('SIGTERM', 5_000);
    await deadPid(pid);
    expect(ends).toEqual([]);
  });

  it('is killed when it does not end in time', async () => {
    const child = run('trap "" TERM; echo ready; while :; do sleep 1; done');
    const { process: one } = keep(() => child);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    await one.stop('SIGTERM', 50);
    expect(child.signalCode).toBe('SIGKILL');
  });
});
