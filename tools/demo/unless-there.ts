import { AppError } from '@guildhall/kernel';

/** What an interrupted load has done already is not done twice. */
export const unlessThere = async (work: Promise<unknown>): Promise<void> => {
  await work.catch((error: unknown) => {
    if (!(error instanceof AppError) || error.kind !== 'conflict') throw error;
  });
};
