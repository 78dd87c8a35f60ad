import { setTimeout as delay } from 'node:timers/promises';

const [firstMs, longestMs] = [50, 1_000];

/** Asks again, ever more slowly, until it is over. */
export async function untilOver<T>(begun: T, isOver: (one: T) => boolean, again: () => Promise<T>): Promise<T> {
  let current = begun;
  for (let waitMs = firstMs; !isOver(current); waitMs = Math.min(longestMs, waitMs * 2)) {
    await delay(waitMs);
    current = await again();
  }
  return current;
}
