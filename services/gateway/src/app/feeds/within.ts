import { AppError } from '@guildhall/kernel';

/** Waits so long for the broker and no longer; the work itself goes on. */
export async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(away()), timeoutMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

const away = (): AppError =>
  new AppError('unavailable', 'gateway.feed_unavailable', 'Nothing can be followed at the moment.', {
    retryAfterSeconds: 2,
  });
