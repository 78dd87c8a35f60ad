import type { Clock } from '@guildhall/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GetStatistics } from '../app/queries.ts';

const DAY_MS = 24 * 3_600_000;
const DAYS = 93;
const FIRST_MS = 5_000;
const EVERY_MS = 10 * 60_000;

type Deps = Readonly<{
  statistics: GetStatistics;
  clock: Clock;
  report: (error: unknown) => void;
  firstMs?: number;
}>;

/** Counts the days that are over before somebody asks, now and then, a day at a time. */
export function countAhead({ statistics, clock, report, firstMs = FIRST_MS }: Deps): { close(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const round = async (): Promise<void> => {
    const today = Math.floor(clock.now().getTime() / DAY_MS) * DAY_MS;
    for (let ago = 1; ago <= DAYS && !signal.aborted; ago += 1) {
      const from = new Date(today - ago * DAY_MS);
      await statistics({ from, to: new Date(from.getTime() + DAY_MS), by: 'channel' });
    }
  };
  const run = async (): Promise<void> => {
    for (let waitMs = firstMs; ; waitMs = EVERY_MS) {
      await sleep(waitMs, undefined, { signal, ref: false });
      await round().catch(report);
    }
  };
  const running = run().catch(() => undefined);
  return {
    close: () => {
      stopping.abort();
      return running;
    },
  };
}
