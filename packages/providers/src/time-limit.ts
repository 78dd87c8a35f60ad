import { ProviderError } from './provider-error.ts';

/**
 * Runs a call that must be over within `ms`; its signal aborts then, or when the caller's does.
 * Rejects with a `ProviderError` at the limit even when the call ignores its signal.
 */
export async function withTimeLimit<T>(
  ms: number,
  outer: AbortSignal | undefined,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = new AbortController();
  const abandoned = Promise.withResolvers<never>();
  const giveUp = (reason: unknown): void => {
    inner.abort(reason);
    abandoned.reject(reason);
  };
  const onAbort = (): void => giveUp(outer?.reason);
  const timer = setTimeout(() => giveUp(late()), ms);
  outer?.addEventListener('abort', onAbort, { once: true });
  try {
    outer?.throwIfAborted();
    return await Promise.race([call(inner.signal), abandoned.promise]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', onAbort);
  }
}

const late = (): ProviderError =>
  new ProviderError('The provider did not answer in time.', { permanent: false, outage: true, unclear: true });
