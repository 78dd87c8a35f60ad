import { dayOf } from '../../domain/knowing/day-cells.ts';
import type { DayCounts } from './ports.ts';

type Deps = Readonly<{
  dayCounts: Pick<DayCounts, 'mark'>;
  realNow: () => number;
  report: (error: unknown) => void;
}>;

/** Before a message is stored: what was counted of its day does not hold any more. Undefined where that is known already. */
export type MarkDay = (requestedAt: Date) => Promise<void> | undefined;

/** One mark stands for the changes of so long: they are stored before a count that is made after it settles. */
const LASTS_MS = 30_000;
const REMEMBERED = 1_000;

/** A change must be announced before it is made: a process may die after it. One that cannot be keeps no message back. */
export function markDays({ dayCounts, realNow, report }: Deps): MarkDay {
  const marked = new Map<string, Readonly<{ atMs: number; done: Promise<void>; isDone: () => boolean }>>();
  const begin = (day: string, atMs: number): Promise<void> => {
    let isOver = false;
    const done = dayCounts.mark(day, atMs).then(
      () => void (isOver = true),
      (error: unknown) => {
        marked.delete(day);
        report(error);
      },
    );
    const [oldest] = marked.keys();
    if (marked.size >= REMEMBERED && oldest !== undefined) marked.delete(oldest);
    marked.delete(day);
    marked.set(day, { atMs, done, isDone: () => isOver });
    return done;
  };
  return (requestedAt) => {
    const day = dayOf(requestedAt);
    const atMs = realNow();
    const latest = marked.get(day);
    if (!latest || atMs - latest.atMs >= LASTS_MS) return begin(day, atMs);
    return latest.isDone() ? undefined : latest.done;
  };
}
