import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { accountRefused, httpFailure, noAnswer, nonsense } from './http-failure.ts';
import { ProviderError } from './provider-error.ts';

const OUR_ACCOUNT = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'no_permission',
  'org_login_required',
  'ekm_access_denied',
]);
const THEIR_TROUBLE = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'accesslimited',
  'team_added_to_org',
]);
/** What an administrator can do something about, in words. */
const IN_WORDS: Readonly<Record<string, string>> = {
  channel_not_found: 'there is no such channel, or our app cannot see it',
  not_in_channel: 'our app is not a member of the channel',
  is_archived: 'the channel is archived',
  restricted_action: 'a rule of the workspace forbids it',
  users_not_found: 'nobody there has this address',
  user_not_found: 'there is no such user',
  user_not_in_channel: 'the user is not a member of the channel',
  user_disabled: 'the user was deactivated',
  msg_too_long: 'it is too long',
  invalid_blocks: 'its blocks are not valid',
};

/** What a failed Web API call means for the message. */
export function slackFailure(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  if (error instanceof WebAPIRateLimitedError) {
    return httpFailure('Slack', { status: 429, retryAfter: String(error.retryAfter) }, error);
  }
  if (error instanceof WebAPIHTTPError) {
    return httpFailure('Slack', { status: error.statusCode, retryAfter: error.headers['retry-after'] }, error);
  }
  if (error instanceof WebAPIPlatformError) return platformFailure(error.data.error, error);
  // The SDK has no class for a 429 that does not say how long.
  if (error instanceof Error && error.message.startsWith('Retry header')) {
    return httpFailure('Slack', { status: 429, retryAfter: '30' }, error);
  }
  return noAnswer('Slack', error);
}

function platformFailure(code: unknown, cause: unknown): ProviderError {
  if (typeof code !== 'string' || !/^[a-z_]{1,64}$/.test(code)) return nonsense('Slack', cause);
  if (code === 'ratelimited' || code === 'rate_limited') return httpFailure('Slack', { status: 429, code }, cause);
  if (OUR_ACCOUNT.has(code)) return accountRefused('Slack', code, cause);
  if (THEIR_TROUBLE.has(code)) {
    return new ProviderError(`Slack is failing (${code}).`, { permanent: false, outage: true, cause });
  }
  const words = IN_WORDS[code];
  const told = words ? `: ${words} (${code})` : ` (${code})`;
  return new ProviderError(`Slack refused the message${told}.`, { permanent: true, code, cause });
}
