import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { backOff } from './back-off.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('leaves what failed alone, twice as long each time, up to a minute', () => {
  const { failed, active } = backOff();
  const waits: number[] = [];
  for (let times = 0; times < 9; times += 1) {
    failed('a');
    let waited = 0;
    for (; active().length > 0; waited += 250) vi.advanceTimersByTime(250);
    waits.push(waited);
  }
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
});

it('forgets a failure that stayed alone', () => {
  const { failed, active } = backOff();
  failed('a');
  vi.advanceTimersByTime(120_000);
  expect(active()).toEqual([]);
  failed('a');
  vi.advanceTimersByTime(500);
  expect(active()).toEqual([]);
});

it('never remembers more than a thousand', () => {
  const { failed, active } = backOff();
  for (let n = 0; n < 1_500; n += 1) failed(`id${n}`);
  expect(active().length).toBeLessThanOrEqual(1_000);
});
