import type { MovableClock } from '@guildhall/runtime';

export type TestClock = MovableClock & Readonly<{ set(at: string | Date): void; advance(milliseconds: number): void }>;

/** A clock that stands still until the test moves it. */
export function testClock(start: string | Date): TestClock {
  let now = new Date(start);
  const listeners = new Set<() => void>();
  const set = (at: string | Date): void => {
    now = new Date(at);
    for (const listener of listeners) listener();
  };
  return {
    now: () => new Date(now),
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    advance: (milliseconds) => set(new Date(now.getTime() + milliseconds)),
  };
}
