import { WebAPIPlatformError } from '@slack/web-api';
import { accountRefused } from './http-failure.ts';
import { about, type About, ProviderError } from './provider-error.ts';
import { slackFailure } from './slack-failure.ts';

/** Codes after which nothing can be called until somebody has mended our access. */
const CONNECTION = [
  'access_denied',
  'account_inactive',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
];
const CHANNEL = [
  'cant_kick_from_general',
  'channel_is_limited_access',
  'channel_not_found',
  'channel_type_not_supported',
  'is_archived',
  'max_channels_exceeded',
  'method_not_supported_for_channel_type',
  'name_taken',
  'not_in_channel',
  'too_many_members',
];
const USER = [
  'already_in_channel',
  'cannot_add_bot',
  'no_user',
  // What a workspace says of whoever has to sign in through their organisation first.
  'org_login_required',
  'org_user_not_in_team',
  'ura_max_channels',
];
/** The workspace is at fault for a while, whoever asks. */
const PASSES = [
  'accesslimited',
  'external_channel_migrating',
  'fatal_error',
  'internal_error',
  'ratelimited',
  'rate_limited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
];
/** What we said was wrong, and would be again. */
const OURS = ['invalid_arguments', 'invalid_arg_name', 'invalid_array_arg', 'invalid_cursor', 'invalid_limit'];

const KNOWN: ReadonlyMap<string, About> = new Map([
  ...CONNECTION.map((code) => [code, 'connection'] as const),
  ...CHANNEL.map((code) => [code, 'channel'] as const),
  ...USER.map((code) => [code, 'user'] as const),
  ...[...PASSES, ...OURS].map((code) => [code, 'call'] as const),
]);
/** Families of codes, of which there are more every year. */
const FAMILIES: readonly (readonly [RegExp, About])[] = [
  [/^(restricted_action|invalid_name)/, 'channel'],
  [/^(users?_|guest|cant_invite|cant_kick)/, 'user'],
];

const aboutOf = (code: string): About =>
  KNOWN.get(code) ?? FAMILIES.find(([family]) => family.test(code))?.[1] ?? 'call';

/** Slack's code of a refusal; undefined for any other failure. */
export const refusalCode = (error: unknown): string | undefined => {
  const code: unknown = error instanceof WebAPIPlatformError ? error.data.error : undefined;
  return typeof code === 'string' && /^[a-z_]{1,64}$/.test(code) ? code : undefined;
};

/** What a failed call that administers the workspace means: its code, what it is about, and whether it may pass. */
export function slackRefusal(error: unknown, method: string): ProviderError {
  if (error instanceof ProviderError) return about(error, error.about ?? 'call');
  const code = refusalCode(error);
  if (code === undefined) return fromTransport(error);
  const what = aboutOf(code);
  if (what === 'connection') return withCode(accountRefused('Slack', code, error), code, what);
  if (PASSES.includes(code)) return withCode(slackFailure(error), code, what);
  // Of a code that nobody here knows it is not known either whether it stays.
  const permanent = what !== 'call' || OURS.includes(code);
  return new ProviderError(`Slack refused ${method} (${code}).`, { permanent, code, about: what, cause: error });
}

/** No answer, or one that is not Slack's own; a token that is refused may be refused like this too. */
function fromTransport(error: unknown): ProviderError {
  const failure = slackFailure(error);
  if (failure.account) return about(failure, 'connection');
  const isLimited = failure.retryAfterSeconds !== undefined && !failure.outage;
  return isLimited ? withCode(failure, 'ratelimited', 'call') : about(failure, 'call');
}

const withCode = (error: ProviderError, code: string, what: About): ProviderError =>
  new ProviderError(error.reason, { ...error, code, about: what, cause: error.cause });
