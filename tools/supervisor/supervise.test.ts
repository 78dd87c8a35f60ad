import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Pace } from './backoff.ts';
import type { ProcessSpec, Supervised, Watch } from './spec.ts';
import { supervise } from './supervise.ts';

const FAST: Pace = { firstMs: 5, longestMs: 20, healthyAfterMs: 60_000 };
const running: Supervised[] = [];

const tiny = (script: string, more: Partial<ProcessSpec> = {}): ProcessSpec => ({
  name: 'tiny',
  command: process.execPath,
  args: ['-e', script],
  env: {},
  isReady: async () => true,
  ...more,
});

const notes = () => {
  const lines: string[] = [];
  const notices: string[] = [];
  const pids: number[] = [];
  const watch: Watch = {
    line: (_name, line) => void lines.push(line),
    notice: (_name, sentence) => void notices.push(sentence),
    started: (_name, pid) => void pids.push(pid),
  };
  return { lines, notices, pids, watch };
};

const start = (spec: ProcessSpec, watch: Watch): Supervised => {
  const supervised = supervise(spec, watch, FAST);
  running.push(supervised);
  return supervised;
};

const FOREVER = "console.log('up'); setInterval(() => {}, 1000)";

afterEach(async () => {
  await Promise.all(running.splice(0).map((supervised) => supervised.stop()));
});

describe('a supervised process', () => {
  it('is started again when it is killed, under a new process id', async () => {
    const seen = notes();
    const supervised = start(tiny(FOREVER), seen.watch);
    await vi.waitFor(() => expect(seen.lines).toEqual(['up']));
    process.kill(supervised.pid() ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(seen.lines).toEqual(['up', 'up']));
    expect(new Set(seen.pids).size).toBe(2);
    expect(seen.notices[0]).toBe('ended (SIGKILL), starting again in 5 ms');
  });

  it('waits longer before each restart', async () => {
    const seen = notes();
    start(tiny('process.exit(3)'), seen.watch);
    await vi.waitFor(() => expect(seen.notices.length).toBeGreaterThanOrEqual(3));
    expect(seen.notices.slice(0, 3).map((notice) => /in (\d+) ms/.exec(notice)?.[1])).toEqual(['5', '10', '20']);
  });

  it('is not started again when it refuses its settings (exit code 78), and says what it said', async () => {
    const seen = notes();
    const supervised = start(
      tiny("console.error('NATS_URL: is missing'); process.exit(78)", { isReady: async () => false }),
      seen.watch,
    );
    await expect(supervised.ready(5_000)).rejects.toThrow('tiny refuses its settings:\nNATS_URL: is missing');
    expect(seen.pids).toHaveLength(1);
  });

  it('gives up waiting with the last lines that it said', async () => {
    const seen = notes();
    const supervised = start(
      tiny("console.log('still warming'); setInterval(() => {}, 1000)", { isReady: async () => false }),
      seen.watch,
    );
    await vi.waitFor(() => expect(seen.lines).toHaveLength(1));
    await expect(supervised.ready(0)).rejects.toThrow('tiny was not ready after 0 s; it said last:\nstill warming');
  });

  it('ends with a sentence when its program does not exist', async () => {
    const seen = notes();
    start(tiny('', { command: '/nowhere/at-all' }), seen.watch);
    await vi.waitFor(() => expect(seen.notices[0]).toContain('ENOENT'));
  });

  it('may finish what it does when it is stopped', async () => {
    const seen = notes();
    const polite =
      "process.on('SIGTERM', () => { console.log('bye'); process.exit(0) }); console.log('up'); setInterval(() => {}, 1000)";
    const supervised = start(tiny(polite), seen.watch);
    await vi.waitFor(() => expect(seen.lines).toEqual(['up']));
    await supervised.stop();
    expect(seen.lines).toEqual(['up', 'bye']);
    expect(supervised.pid()).toBeUndefined();
  });

  it('is killed when it does not end in its time', async () => {
    const seen = notes();
    const stubborn = "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)";
    const supervised = start(tiny(stubborn, { stopTimeoutMs: 30 }), seen.watch);
    await vi.waitFor(() => expect(seen.lines).toEqual(['up']));
    await supervised.stop();
    expect(supervised.pid()).toBeUndefined();
  });

  it('does not come back when it is stopped between two lives', async () => {
    const seen = notes();
    const slow: Pace = { firstMs: 60_000, longestMs: 60_000, healthyAfterMs: 60_000 };
    const supervised = supervise(tiny('process.exit(1)'), seen.watch, slow);
    await vi.waitFor(() => expect(seen.notices).toHaveLength(1));
    await supervised.stop();
    expect(seen.pids).toHaveLength(1);
  });

  it('is out of reach of the terminal: it has a process group of its own', async () => {
    const seen = notes();
    const supervised = start(tiny(FOREVER), seen.watch);
    await vi.waitFor(() => expect(seen.lines).toEqual(['up']));
    const pid = supervised.pid() ?? 0;
    // A signal to the group -pid reaches it only when it leads a group.
    process.kill(-pid, 'SIGKILL');
    await vi.waitFor(() => expect(seen.notices).toHaveLength(1));
  });
});
