import { describe, expect, it } from 'vitest';
import { backoff, PACE } from './backoff.ts';

describe('backoff', () => {
  it('doubles from 200 ms up to 10 s while the process keeps dying young', () => {
    const wait = backoff(PACE);
    expect(Array.from({ length: 8 }, () => wait(10))).toEqual([200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
  });

  it('starts from 200 ms again after 30 s of health', () => {
    const wait = backoff(PACE);
    wait(10);
    wait(10);
    expect(wait(30_000)).toBe(200);
    expect(wait(10)).toBe(400);
  });
});
