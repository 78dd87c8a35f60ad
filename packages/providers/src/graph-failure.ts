import { accountRefused, httpFailure } from './http-failure.ts';
import { ProviderError } from './provider-error.ts';

/** Refusals that are about our mailbox or app, and would be the same for every mail. */
const OUR_ACCOUNT = new Set([
  'ErrorAccessDenied',
  'Authorization_RequestDenied',
  'ErrorInvalidUser',
  'ErrorSendAsDenied',
  'MailboxNotEnabledForRESTAPI',
  'MailboxNotSupportedForRESTAPI',
  'ErrorQuotaExceeded',
  'ErrorExceededMessageLimit',
  'ResourceNotFound',
]);
/** Nothing is wrong with the mail, only with its size for this vendor. */
const TOO_LARGE = new Set(['ErrorMessageSizeExceeded', 'RequestEntityTooLarge', 'RequestBodyTooLarge']);
/** A mailbox allows four calls at once and so many a minute; Graph says so in several ways. */
const SLOW_DOWN = new Set(['ApplicationThrottled', 'ErrorServerBusy', 'MailboxConcurrency', 'TooManyRequests']);
const SLOW_DOWN_SECONDS = '10';

/** What a failed `sendMail` means for the message. Graph quotes addresses in its messages: only codes are kept. */
export function graphFailure(status: number, retryAfter: string | undefined, answer: unknown): ProviderError {
  const code = codeOf(answer);
  if (status === 413 || (code !== undefined && TOO_LARGE.has(code))) return tooLarge(`${status}`);
  if (status === 429 || (code !== undefined && SLOW_DOWN.has(code))) {
    return httpFailure('Microsoft Graph', { status: 429, retryAfter: retryAfter ?? SLOW_DOWN_SECONDS, code });
  }
  if (code !== undefined && status < 500 && OUR_ACCOUNT.has(code)) {
    return accountRefused('Microsoft Graph', `${status}, ${code}`);
  }
  return httpFailure('Microsoft Graph', { status, retryAfter, code });
}

export const tooLarge = (told: string): ProviderError =>
  new ProviderError(`The mail is too large for Microsoft Graph (${told}).`, { permanent: true, elsewhere: true });

function codeOf(answer: unknown): string | undefined {
  const { error } = (answer ?? {}) as Readonly<{ error?: Readonly<{ code?: unknown }> | null }>;
  return typeof error?.code === 'string' ? error.code : undefined;
}
