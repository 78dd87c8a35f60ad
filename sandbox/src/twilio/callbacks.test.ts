import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callbacks } from './callbacks.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const scenario = () => {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const later = callbacks({ atOnce: 2, quietMs: 100, longestMs: 250 });
  const job = (name: number) =>
    later(() => {
      begun.push(name);
      return new Promise((resolve) => ends.push(resolve));
    });
  return { begun, ends, job };
};

describe('callbacks', () => {
  it('begin when it is quiet', async () => {
    const { begun, job } = scenario();

    job(1);
    await vi.advanceTimersByTimeAsync(99);
    job(2);
    await vi.advanceTimersByTimeAsync(99);
    expect(begun).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);

    expect(begun).toEqual([1, 2]);
  });

  it('begin in time however busy it is', async () => {
    const { begun, job } = scenario();

    for (let i = 0; i < 5; i += 1) {
      job(i);
      await vi.advanceTimersByTimeAsync(60);
    }

    expect(begun).toEqual([0, 1]);
  });

  it('go so many at once, the others after them', async () => {
    const { begun, ends, job } = scenario();
    for (let i = 0; i < 3; i += 1) job(i);
    await vi.advanceTimersByTimeAsync(100);
    expect(begun).toEqual([0, 1]);

    ends[0]?.();
    await vi.advanceTimersByTimeAsync(0);

    expect(begun).toEqual([0, 1, 2]);
  });
});
