import { AppError } from '@guildhall/kernel';

/** Turns the driver's errors into one that says to come back later; refusals of ours pass. */
export function unavailable(cause: unknown): never {
  if (cause instanceof AppError) throw cause;
  throw new AppError('unavailable', 'store.unavailable', 'The store is not there at the moment.', {
    cause,
    retryAfterSeconds: 1,
  });
}
