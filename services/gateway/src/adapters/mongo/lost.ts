import { AppError } from '@guildhall/kernel';
import { isDuplicateKey } from '@guildhall/mongo';

/** Turns a save that somebody else was faster with into `false`. */
export async function unlessLost(saving: Promise<void>): Promise<boolean> {
  try {
    await saving;
    return true;
  } catch (error) {
    const isStale = error instanceof AppError && error.kind === 'stale';
    if (isStale || isDuplicateKey(error, '_id_')) return false;
    throw error;
  }
}
