import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repeat } from './repeat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ignore = (): void => undefined;

describe('a task that is repeated', () => {
  it('runs again after each interval', async () => {
    const task = vi.fn<() => Promise<void>>(async () => undefined);
    const { close } = repeat(1_000, task, ignore);
    await vi.advanceTimersByTimeAsync(3_000);
    await close();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(task).toHaveBeenCalledTimes(3);
  });

  it('never runs twice at once', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const task = vi.fn<() => Promise<void>>(() => promise);
    const { close } = repeat(1_000, task, ignore);
    await vi.advanceTimersByTimeAsync(3_000);
    resolve();
    await close();
    expect(task).toHaveBeenCalledTimes(1);
  });

  it('goes on after a failure, which is reported', async () => {
    const report = vi.fn<(error: unknown) => void>();
    const task = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('away')).mockResolvedValue();
    const { close } = repeat(1_000, task, report);
    await vi.advanceTimersByTimeAsync(2_000);
    await close();
    expect([task.mock.calls.length, report.mock.calls.length]).toEqual([2, 1]);
  });

  it('is finished when closing has', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { close } = repeat(1_000, () => promise, ignore);
    await vi.advanceTimersByTimeAsync(1_000);
    const closed = vi.fn<() => void>();
    const closing = close().then(closed);
    await vi.advanceTimersByTimeAsync(0);
    expect(closed).not.toHaveBeenCalled();
    resolve();
    await closing;
    expect(closed).toHaveBeenCalled();
  });
});
