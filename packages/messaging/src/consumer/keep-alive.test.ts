import type { JsMsg } from '@nats-io/jetstream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepAlive } from './keep-alive.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const message = () => {
  const working = vi.fn<() => void>();
  return { working, message: { working } as unknown as JsMsg };
};

describe('keeping messages alive', () => {
  it('asks for more time while one is handled', () => {
    const { working, message: slow } = message();
    const alive = keepAlive(9_000, () => true);
    alive.add(slow);
    vi.advanceTimersByTime(2_999);
    expect(working).not.toHaveBeenCalled();
    vi.advanceTimersByTime(9_000);
    expect(working.mock.calls.length).toBeGreaterThanOrEqual(2);
    alive.close();
  });

  it('says nothing of what is settled', () => {
    const { working, message: quick } = message();
    const alive = keepAlive(9_000, () => true);
    alive.add(quick);
    alive.delete(quick);
    vi.advanceTimersByTime(30_000);
    expect(working).not.toHaveBeenCalled();
    alive.close();
  });

  it('gives up on a handler that hangs', () => {
    const { working, message: hanging } = message();
    const alive = keepAlive(9_000, () => true);
    alive.add(hanging);
    vi.advanceTimersByTime(130_000);
    const calls = working.mock.calls.length;
    vi.advanceTimersByTime(130_000);
    expect(working.mock.calls.length).toBe(calls);
    alive.close();
  });

  it('is silent while the connection is away', () => {
    const { working, message: slow } = message();
    const alive = keepAlive(9_000, () => false);
    alive.add(slow);
    vi.advanceTimersByTime(30_000);
    expect(working).not.toHaveBeenCalled();
    alive.close();
  });
});
