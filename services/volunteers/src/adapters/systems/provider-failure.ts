import { ProviderError } from '@guildhall/providers';
import { SystemError, type SystemFault } from '../../app/systems/system-error.ts';

/** Runs a call of a provider; what it refuses is told in terms of the use cases. */
export const asked = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    throw failureOf(error);
  }
};

/** The same for pages. */
export async function* askedFor<T>(pages: AsyncIterable<T>): AsyncIterable<T> {
  try {
    yield* pages;
  } catch (error) {
    throw failureOf(error);
  }
}

function failureOf(error: unknown): unknown {
  if (!(error instanceof ProviderError)) return error;
  const { attempted, about = 'call', code = 'failed', retryAfterSeconds } = error;
  // Not called at all: the pace allows no more now, or the system is given a rest.
  const isPace = !attempted || code === 'ratelimited';
  const fault: SystemFault = isPace ? 'pace' : about;
  return new SystemError(fault, code, {
    cause: error,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}
