import { AppError, type Clock } from '@guildhall/kernel';
import { type Limit, type Standing, take } from './window.ts';

export type HitLog = Readonly<{ version: number; hits: readonly number[] }>;

/** Where the requests of each caller are counted, for all replicas together. */
export interface HitLogs {
  find(key: string): Promise<HitLog | undefined>;
  /** False when another request was counted meanwhile; `version` 1 begins the log. */
  save(key: string, version: number, hits: readonly number[], expiresAt: Date): Promise<boolean>;
}

export type Limiter = (key: string, limit: Limit) => Promise<Standing>;

// Each lost race means that another request of the same caller was counted.
const mostRaces = 10;

/** Counts a request against a limit, in business time. */
export function limiter(logs: HitLogs, clock: Clock): Limiter {
  return async (key, limit) => {
    for (let race = 0; race < mostRaces; race++) {
      const now = clock.now().getTime();
      const log = (await logs.find(key)) ?? { version: 0, hits: [] };
      const { hits, standing } = take(log.hits, now, limit);
      if (!standing.isAllowed) return standing;
      const expiresAt = new Date(now + limit.windowSeconds * 1_000);
      if (await logs.save(key, log.version + 1, hits, expiresAt)) return standing;
    }
    throw new AppError('unavailable', 'gateway.busy', 'Too many requests at once. Try again in a moment.', {
      retryAfterSeconds: 1,
    });
  };
}
