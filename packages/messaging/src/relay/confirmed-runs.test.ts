import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { confirmedRuns } from './confirmed-runs.ts';

const save = (owner: string, version: number, from = version) => ({ owner, version, from });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('runs of confirmed saves', () => {
  it('join versions that follow each other, in whatever order they come', () => {
    expect(confirmedRuns()([save('a', 3), save('b', 1), save('a', 2)])).toEqual([{ ...save('b', 1) }, save('a', 3, 2)]);
  });

  it('go on where the last ones ended', () => {
    const runs = confirmedRuns();
    runs([save('a', 1), save('a', 2)]);
    expect(runs([save('a', 3)])).toEqual([save('a', 3, 1)]);
  });

  it('do not reach over a gap', () => {
    const runs = confirmedRuns();
    expect(runs([save('a', 1), save('a', 3)])).toEqual([save('a', 3)]);
    expect(runs([save('a', 5)])).toEqual([save('a', 5)]);
  });

  it('take over what a sweep has read', () => {
    expect(confirmedRuns()([save('a', 6, 2), save('a', 7)])).toEqual([save('a', 7, 2)]);
  });

  it('close a gap when what lies in it comes late', () => {
    const runs = confirmedRuns();
    runs([save('a', 9, 5)]);
    expect(runs([save('a', 4, 1)])).toEqual([save('a', 9, 1)]);
  });

  it('are forgotten after a while', () => {
    const runs = confirmedRuns();
    runs([save('a', 1)]);
    vi.advanceTimersByTime(2_500);
    runs([save('b', 1)]);
    vi.advanceTimersByTime(2_500);
    expect(runs([save('a', 2)])).toEqual([save('a', 2)]);
  });
});
