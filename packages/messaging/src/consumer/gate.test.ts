import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gate } from './gate.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a gate', () => {
  it('tells how many may come in', async () => {
    const places = gate(3);
    places.enter();
    await expect(places.free(1)).resolves.toBe(2);
  });

  it('lets wait who wants more than there is', async () => {
    const places = gate(2);
    places.enter();
    places.enter();
    const free = places.free(2);
    places.leave();
    places.leave();
    await expect(free).resolves.toBe(2);
  });

  it('keeps everybody out while it is shut, longer each time, until things are calm', async () => {
    const places = gate(1);
    const waits: number[] = [];
    const shutFor = async (): Promise<void> => {
      places.shut();
      const startedAt = Date.now();
      const free = places.free(1);
      await vi.advanceTimersToNextTimerAsync();
      await free;
      waits.push(Date.now() - startedAt);
    };
    for (let time = 0; time < 8; time += 1) await shutFor();
    places.calm();
    await shutFor();
    expect(waits).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000, 100]);
  });

  it('knows when it is empty', async () => {
    const places = gate(2);
    await places.empty();
    places.enter();
    const empty = places.empty();
    places.leave();
    await empty;
  });

  it('lets go of everybody when it is released, shut or full', async () => {
    const places = gate(1);
    places.enter();
    places.shut();
    const waiting = places.free(1);
    places.release();
    await expect(Promise.all([waiting, places.free(1)])).resolves.toEqual([0, 0]);
  });
});
