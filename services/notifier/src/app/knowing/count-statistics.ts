import { type DayCells, daysOf, fewReasons, statisticsOf } from '../../domain/knowing/day-cells.ts';
import type { GetStatistics } from '../queries.ts';
import type { CountMessages, DayCounts } from './ports.ts';

type Deps = Readonly<{ count: CountMessages; dayCounts: DayCounts; realNow: () => number }>;

/**
 * Counts what is not counted yet: days of the past are as a rule, for nothing happens to their messages any more. What is
 * kept can always be counted anew, so whoever dies in between loses nothing, and two who count the same do no harm.
 */
export const countStatistics =
  ({ count, dayCounts, realNow }: Deps): GetStatistics =>
  async ({ from, to, by }) => {
    const days = daysOf({ from, to });
    const known = await dayCounts.find(days.filter(({ isWhole }) => isWhole).map(({ day }) => day));
    const counted: DayCells[] = [];
    // One after the other: together they would hold several of the store's connections.
    for (const { day, isWhole, ...span } of days) {
      const kept = isWhole ? known.get(day) : undefined;
      const begunAtMs = realNow();
      const cells = kept ?? fewReasons(await count(span));
      if (isWhole && !kept) await dayCounts.put(day, cells, begunAtMs);
      counted.push({ day, cells });
    }
    return statisticsOf(counted, by);
  };
