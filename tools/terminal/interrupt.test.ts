import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { onInterrupt } from './interrupt.ts';

const terminal = () => {
  const unref = vi.fn<() => void>();
  const source = Object.assign(new EventEmitter(), { channel: { unref } });
  const calls: string[] = [];
  let now = 0;
  const hooks = { first: () => void calls.push('first'), again: () => void calls.push('again') };
  const { signal } = onInterrupt(hooks, source, () => now);
  const press = (name: string, at: number) => {
    now = at;
    source.emit(name);
  };
  return { calls, signal, press, unref };
};

describe('Ctrl-C', () => {
  it('stops in order the first time', () => {
    const { calls, signal, press } = terminal();
    press('SIGINT', 0);
    expect(calls).toEqual(['first']);
    expect(signal.aborted).toBe(true);
  });

  it('is one press although it arrives from the terminal and from npm', () => {
    const { calls, press } = terminal();
    for (const at of [0, 1, 20]) press('SIGINT', at);
    expect(calls).toEqual(['first']);
  });

  it('ends everything at once the second time', () => {
    const { calls, press } = terminal();
    press('SIGINT', 0);
    press('SIGINT', 2_000);
    expect(calls).toEqual(['first', 'again']);
  });

  it('is waited for only as long as there is something to do', () => {
    expect(terminal().unref).toHaveBeenCalledOnce();
  });

  it.each(['SIGTERM', 'SIGHUP', 'disconnect'])('is not the only way: %s stops in order too', (name) => {
    const { calls, press } = terminal();
    press(name, 0);
    expect(calls).toEqual(['first']);
  });
});
