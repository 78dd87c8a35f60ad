import { httpFailure } from './http-failure.ts';
import { ProviderError } from './provider-error.ts';

type Answer = Readonly<{
  error?: Readonly<{ status?: string; details?: readonly Readonly<{ errorCode?: string }>[] }>;
}>;

/** Refusals that are about this device and not about our account, whatever their HTTP status. */
const THIS_DEVICE = new Set(['UNREGISTERED', 'SENDER_ID_MISMATCH']);

/** What a failed FCM call means for the message. Quotas refill by the minute, so a 429 without a time waits for one. */
export function pushFailure(status: number, retryAfter: string | undefined, answer: unknown): ProviderError {
  const { error } = (answer ?? {}) as Answer;
  const code = error?.details?.find(({ errorCode }) => errorCode)?.errorCode ?? error?.status;
  if (code && THIS_DEVICE.has(code)) {
    return new ProviderError(`FCM refused the message (${status}, ${code}).`, { permanent: true });
  }
  return httpFailure('FCM', { status, retryAfter: retryAfter ?? (status === 429 ? '60' : undefined), code });
}
