import { AppError } from '@guildhall/kernel';

const attempts = 5;

/** Reads, decides and stores again when somebody else was faster; gives up as `stale` after a few times. */
export async function retryStale<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isStale(error) || left <= 1) throw error;
    }
  }
}

export const isStale = (error: unknown): boolean => error instanceof AppError && error.kind === 'stale';
