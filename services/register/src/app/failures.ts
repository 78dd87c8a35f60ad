import { AppError } from '@guildhall/kernel';

/** The store has an open visit of this person at this site already. */
export const isAlreadyInside = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'register.already_inside';

/** Someone changed the aggregate since it was read. */
export const isStale = (error: unknown): boolean => error instanceof AppError && error.kind === 'stale';
