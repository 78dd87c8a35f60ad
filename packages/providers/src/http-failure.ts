import { ProviderError } from './provider-error.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { isUnsent } from './unsent.ts';

export type HttpAnswer = Readonly<{
  status: number;
  retryAfter?: string | null | undefined;
  /** The vendor's own short code, such as `channel_not_found` or 21211. */
  code?: string | undefined;
  /** False where no account of ours stands behind the address: then 401 and 403 are about the message's recipient. */
  hasAccount?: boolean;
}>;

/** Said by what stands before the vendor, when it lost sight of a request that it had passed on. */
const LOST_SIGHT = new Set([408, 502, 504]);

/** What an HTTP answer other than success means for the message. */
export function httpFailure(vendor: string, answer: HttpAnswer, cause?: unknown): ProviderError {
  const { status, retryAfter, code, hasAccount = true } = answer;
  const told = code && /^[\w.-]{1,64}$/.test(code) ? `${status}, ${code}` : `${status}`;
  if (status === 429) {
    const seconds = retryAfterSeconds(retryAfter) ?? 1;
    return new ProviderError(`${vendor} asked us to slow down (${told}).`, {
      permanent: false,
      retryAfterSeconds: seconds,
      cause,
    });
  }
  if (status >= 500 || status === 408) {
    return new ProviderError(`${vendor} is failing (${told}).`, {
      permanent: false,
      outage: true,
      unclear: LOST_SIGHT.has(status),
      retryAfterSeconds: retryAfterSeconds(retryAfter),
      cause,
    });
  }
  // Wrong credentials after a deployment must not throw away everybody's messages.
  if (hasAccount && (status === 401 || status === 403)) return accountRefused(vendor, told, cause);
  // Anything else below 400 is no refusal; whoever speaks like this is not the vendor.
  if (status < 300) return nonsense(vendor, cause);
  return new ProviderError(`${vendor} refused the message (${told}).`, { permanent: true, code, cause });
}

/** Our account is not good any more: somebody has to look. */
export const accountRefused = (vendor: string, told: string, cause?: unknown): ProviderError =>
  new ProviderError(`${vendor} refused our credentials (${told}).`, {
    permanent: false,
    outage: true,
    account: true,
    cause,
  });

/** A call that brought no answer at all: not sent, or sent without our knowing. */
export const noAnswer = (vendor: string, cause: unknown): ProviderError =>
  new ProviderError(`${vendor} could not be reached.`, {
    permanent: false,
    outage: true,
    unclear: !isUnsent(cause),
    cause,
  });

/** An answer that says yes in a way that the vendor never would. */
export const nonsense = (vendor: string, cause?: unknown): ProviderError =>
  new ProviderError(`${vendor} answered in a way that makes no sense.`, {
    permanent: false,
    outage: true,
    unclear: true,
    cause,
  });

/** The same failure of a call that came before the message was sent, such as the one for an access token. */
export const before = (error: ProviderError): ProviderError =>
  error.unclear ? new ProviderError(error.reason, { ...error, unclear: false, cause: error.cause }) : error;
