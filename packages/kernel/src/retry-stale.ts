import { AppError } from './errors.ts';

const attempts = 5;

/**
 * Reads, decides and stores again when somebody else was faster, at once and at most five times in all. What it runs has
 * to read what it changes. Throws the last `stale` when that goes on, and every other error as it comes.
 */
export async function retryStale<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isStale(error) || left <= 1) throw error;
    }
  }
}

/** Somebody changed the aggregate since it was read. */
export const isStale = (error: unknown): error is AppError => error instanceof AppError && error.kind === 'stale';
