import { httpFailure } from './http-failure.ts';
import { ProviderError } from './provider-error.ts';

type Answer = Readonly<{ error?: Readonly<{ status?: unknown; details?: unknown }> | null }>;
type Detail = Readonly<{ errorCode?: unknown }> | null;

/** Refusals that are about this device and not about our account, whatever their HTTP status. */
const THIS_DEVICE = new Set(['UNREGISTERED', 'SENDER_ID_MISMATCH']);

/** What a failed FCM call means for the message. Quotas refill by the minute, so a 429 without a time waits for one. */
export function pushFailure(status: number, retryAfter: string | undefined, answer: unknown): ProviderError {
  const code = codeOf(answer);
  if (code && THIS_DEVICE.has(code)) {
    return new ProviderError(`FCM refused the message (${status}, ${code}).`, { permanent: true, code });
  }
  return httpFailure('FCM', { status, retryAfter: retryAfter ?? (status === 429 ? '60' : undefined), code });
}

function codeOf(answer: unknown): string | undefined {
  const { error } = (answer ?? {}) as Answer;
  const details: readonly Detail[] = Array.isArray(error?.details) ? (error.details as Detail[]) : [];
  const code = details.find((one) => one?.errorCode)?.errorCode ?? error?.status;
  return typeof code === 'string' ? code : undefined;
}
