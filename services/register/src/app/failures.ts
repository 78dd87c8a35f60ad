import { AppError } from '@guildhall/kernel';

/** The store has an open visit of this person at this site already. */
export const isAlreadyInside = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'register.already_inside';

/** Someone changed the aggregate since it was read. */
export const isStale = (error: unknown): boolean => error instanceof AppError && error.kind === 'stale';

const attempts = 3;

/** Does it again from the start when somebody was faster. Throws `stale` when that goes on. */
export async function retryStale<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!isStale(error) || attempt === attempts) throw error;
    }
  }
}

/** A refusal with this code. */
export const hasCode = (error: unknown, code: string): boolean => error instanceof AppError && error.code === code;
