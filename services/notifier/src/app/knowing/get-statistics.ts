import { AppError, type Handler } from '@guildhall/kernel';
import type { Dimension, Statistics } from '../../domain/knowing/statistics.ts';
import type { GetStatistics } from '../queries.ts';

export type AskedStatistics = Readonly<{ from: Date; to: Date; by: Dimension }>;

type Deps = Readonly<{
  statistics: GetStatistics;
  /** Resolves after so many milliseconds of real time. */
  pause: (ms: number) => Promise<void>;
}>;

const LONGEST_MS = 93 * 24 * 3_600_000;
const PATIENCE_MS = 1_500;
const KEPT_MS = 30_000;
const AT_ONCE = 2;

/**
 * Counts, and remembers for half a minute. Counting many messages takes longer than a caller may wait: it goes on, and
 * whoever asks again gets its result. Throws `notifier.still_counting` (`unavailable`) meanwhile, `notifier.bad_range`
 * for a span of time that is none, or too long to count.
 */
export function getStatisticsHandler({ statistics, pause }: Deps): Handler<AskedStatistics, Statistics> {
  const known = new Map<string, Promise<Statistics>>();
  let counting = 0;

  const begin = (key: string, asked: AskedStatistics): Promise<Statistics> => {
    if (counting >= AT_ONCE) throw stillCounting();
    counting += 1;
    const result = statistics(asked).finally(() => {
      counting -= 1;
      void pause(KEPT_MS).then(() => known.delete(key));
    });
    result.catch(() => known.delete(key));
    known.set(key, result);
    return result;
  };

  return async (asked) => {
    assertCountable(asked);
    const key = `${asked.from.getTime()} ${asked.to.getTime()} ${asked.by}`;
    const late = pause(PATIENCE_MS).then(stillCounting);
    const first = await Promise.race([known.get(key) ?? begin(key, asked), late]);
    if (first instanceof Error) throw first;
    return first;
  };
}

function assertCountable({ from, to }: AskedStatistics): void {
  const lasts = to.getTime() - from.getTime();
  if (lasts <= 0) throw badRange('must be after `from`');
  if (lasts > LONGEST_MS) throw badRange('must be at most 93 days after `from`');
}

const stillCounting = (): AppError =>
  new AppError('unavailable', 'notifier.still_counting', 'The messages are still being counted.', {
    retryAfterSeconds: 2,
  });

const badRange = (detail: string): AppError =>
  new AppError('invalid', 'notifier.bad_range', `The end of the span ${detail}.`, {
    errors: [{ pointer: '/to', detail }],
  });
