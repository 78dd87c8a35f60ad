import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { httpFailure, noAnswer } from './http-failure.ts';
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

/** What a failed Web API call means for the message. */
export function slackFailure(error: unknown): ProviderError {
  if (error instanceof WebAPIRateLimitedError) {
    return httpFailure('Slack', { status: 429, retryAfter: String(error.retryAfter) }, error);
  }
  if (error instanceof WebAPIHTTPError) {
    return httpFailure('Slack', { status: error.statusCode, retryAfter: error.headers['retry-after'] }, error);
  }
  if (error instanceof WebAPIPlatformError) return platformFailure(error.data.error, error);
  return noAnswer('Slack', error);
}

function platformFailure(code: string, cause: unknown): ProviderError {
  const told = /^[a-z_]{1,64}$/.test(code) ? code : 'unknown error';
  if (code === 'ratelimited' || code === 'rate_limited') return httpFailure('Slack', { status: 429, code }, cause);
  if (OUR_ACCOUNT.has(code)) {
    return new ProviderError(`Slack refused our credentials (${told}).`, { permanent: false, outage: true, cause });
  }
  if (THEIR_TROUBLE.has(code)) {
    return new ProviderError(`Slack is failing (${told}).`, { permanent: false, outage: true, cause });
  }
  return new ProviderError(`Slack refused the message (${told}).`, { permanent: true, cause });
}
