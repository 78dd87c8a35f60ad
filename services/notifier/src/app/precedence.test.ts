import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emergenciesFirst } from './precedence.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const watched = async (calm: Promise<void>): Promise<() => boolean> => {
  let isOver = false;
  void calm.then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(0);
  return () => isOver;
};

it('holds nobody up while there is no emergency', async () => {
  expect((await watched(emergenciesFirst().calm()))()).toBe(true);
});

it('holds everybody up until the last emergency is over', async () => {
  const { enter, calm } = emergenciesFirst();
  const [first, second] = [enter(), enter()];
  const isOver = await watched(calm());

  first();
  first();
  await vi.advanceTimersByTimeAsync(0);
  expect(isOver()).toBe(false);
  second();
  await vi.advanceTimersByTimeAsync(249);
  expect(isOver()).toBe(false);
  await vi.advanceTimersByTimeAsync(1);

  expect(isOver()).toBe(true);
});

it('holds everybody up between the waves of one alarm', async () => {
  const { enter, calm } = emergenciesFirst();
  enter()();
  await vi.advanceTimersByTimeAsync(200);
  const isOver = await watched(calm());
  const leave = enter();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(isOver()).toBe(false);

  leave();
  await vi.advanceTimersByTimeAsync(250);

  expect(isOver()).toBe(true);
});

it('holds nobody up for ever', async () => {
  const { enter, calm } = emergenciesFirst(5_000);
  enter();
  const isOver = await watched(calm());

  await vi.advanceTimersByTimeAsync(4_999);
  expect(isOver()).toBe(false);
  await vi.advanceTimersByTimeAsync(1);

  expect(isOver()).toBe(true);
});
