import { describe, expect, it, vi } from 'vitest';
import { PACE } from './backoff.ts';
import type { Watch } from './spec.ts';
import { stopInReverse } from './stop-in-reverse.ts';
import { supervise } from './supervise.ts';

const SLOW_GOODBYE =
  "process.on('SIGTERM', () => setTimeout(() => { console.log('bye'); process.exit(0) }, 20)); console.log('up'); setInterval(() => {}, 1000)";

describe('stopping the platform', () => {
  it('lets each process end before the one that was started before it is asked to', async () => {
    const said: string[] = [];
    const watch: Watch = { line: (name, line) => void said.push(`${name} ${line}`), notice: () => undefined };
    const start = (name: string) =>
      supervise(
        { name, command: process.execPath, args: ['-e', SLOW_GOODBYE], env: {}, isReady: async () => true },
        watch,
        PACE,
      );
    const processes = ['identity', 'register', 'gateway'].map(start);
    await vi.waitFor(() => expect(said).toHaveLength(3));
    await stopInReverse(processes);
    expect(said.slice(3)).toEqual(['gateway bye', 'register bye', 'identity bye']);
  });
});
