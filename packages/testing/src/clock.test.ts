import { expect, it, vi } from 'vitest';
import { testClock } from './clock.ts';

it('stands still until it is moved, and tells who waits', () => {
  const clock = testClock('2026-03-02T09:00:00Z');
  const moved = vi.fn();
  const forget = clock.onMove(moved);

  clock.advance(60_000);
  expect(clock.now()).toEqual(new Date('2026-03-02T09:01:00Z'));
  expect(moved).toHaveBeenCalledOnce();

  forget();
  clock.set('2026-03-03T00:00:00Z');
  expect(clock.now()).toEqual(new Date('2026-03-03T00:00:00Z'));
  expect(moved).toHaveBeenCalledOnce();
});
