import { setTimeout as delay } from 'node:timers/promises';

type Pace = Readonly<{
  perSecond: number;
  /** Aborted when no more work begins. */
  ending: AbortSignal;
}>;

const tickMs = 10;
const mostAtOnce = 64;

/**
 * Begins one piece of work after another at a steady pace, as long as there are answers. Resolves when everything begun
 * is done.
 */
export async function atPace({ perSecond, ending }: Pace, next: () => () => Promise<void>): Promise<void> {
  const running = new Set<Promise<void>>();
  let owed = 0;
  while (!ending.aborted) {
    owed = Math.min(owed + (perSecond * tickMs) / 1_000, mostAtOnce);
    for (; owed >= 1 && running.size < mostAtOnce; owed--) {
      const work = next();
      const run = work().finally(() => running.delete(run));
      running.add(run);
    }
    await delay(tickMs);
  }
  await Promise.all(running);
}
