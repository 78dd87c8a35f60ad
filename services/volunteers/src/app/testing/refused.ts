import { AppError } from '@guildhall/kernel';

/** The refusal that something ends in; throws where there is none. */
export async function refusalOf(run: () => unknown): Promise<AppError> {
  try {
    await run();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

/** Ids that tell in which order they were made. */
export const countingIds = (): (() => string) => {
  let made = 0;
  return () => `n${(made += 1)}`;
};
