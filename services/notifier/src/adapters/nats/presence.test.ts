import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { presence } from './presence.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_000 }));
afterEach(() => vi.useRealTimers());

it('counts those who were heard, each once', () => {
  const others = presence();

  expect([others.heard('a'), others.heard('b'), others.heard('a')]).toEqual([true, true, false]);
  expect([others.count(), others.changedAt()]).toEqual([2, 1_000]);
});

it('says when their number changed, and not when they were only heard again', () => {
  const others = presence();
  expect(others.changedAt()).toBe(Number.NEGATIVE_INFINITY);
  others.heard('a');
  vi.setSystemTime(5_000);
  others.heard('a');
  others.left('b');
  expect(others.changedAt()).toBe(1_000);

  others.left('a');
  expect([others.count(), others.changedAt()]).toEqual([0, 5_000]);
});

it('forgets those who are silent for long, unless nobody could be heard', () => {
  const others = presence();
  others.heard('a');
  vi.setSystemTime(4_000);
  others.forget(3_500);
  expect(others.count()).toBe(1);

  vi.setSystemTime(9_000);
  others.excuse();
  others.forget(3_500);
  expect(others.count()).toBe(1);

  vi.setSystemTime(13_000);
  others.forget(3_500);
  expect(others.count()).toBe(0);
});
