import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import type { About } from './provider-error.ts';
import { slackRefusal } from './slack-refusal.ts';

const said = (error: string) => slackRefusal(new WebAPIPlatformError({ ok: false, error }), 'conversations.invite');

describe('what Slack refuses', () => {
  it.each(
    (
      [
        ['connection', 'invalid_auth not_authed token_revoked token_expired account_inactive missing_scope'],
        ['connection', 'ekm_access_denied no_permission not_allowed_token_type team_access_not_granted'],
        ['channel', 'channel_not_found is_archived not_in_channel method_not_supported_for_channel_type'],
        ['channel', 'restricted_action restricted_action_read_only_channel name_taken invalid_name_specials'],
        ['user', 'cant_invite cant_invite_self user_is_restricted user_is_ultra_restricted ura_max_channels'],
        ['user', 'user_not_found users_not_found user_disabled org_login_required guests_not_allowed cant_kick_self'],
        ['call', 'internal_error fatal_error service_unavailable invalid_arguments a_code_of_next_year'],
      ] as const
    ).flatMap(([about, codes]) => codes.split(' ').map((code) => [code, about] as [string, About])),
  )('with %s is about the %s', (code, about) => {
    expect(said(code)).toMatchObject({ code, about });
  });

  it('of our account opens the circuit and is nobody’s fault', () => {
    expect(said('token_revoked')).toMatchObject({ permanent: false, outage: true, account: true });
  });

  it('of a channel or of somebody stays so', () => {
    expect([said('is_archived'), said('cant_invite'), said('invalid_arguments')]).toEqual(
      [1, 2, 3].map(() => expect.objectContaining({ permanent: true, outage: false, account: false })),
    );
  });

  it('in a word that nobody knows may pass', () => {
    expect(said('a_code_of_next_year')).toMatchObject({ permanent: false, outage: false });
  });

  it('repeats only codes', () => {
    expect(said('is_archived').reason).toBe('Slack refused conversations.invite (is_archived).');
    expect(said('Ada <ada@example.org> is away')).toMatchObject({
      about: 'call',
      code: undefined,
      reason: 'Slack answered in a way that makes no sense.',
    });
  });
});

describe('what Slack cannot do just now', () => {
  it.each([
    ['fatal_error', said('fatal_error')],
    ['a bad gateway', slackRefusal(new WebAPIHTTPError(502, 'Bad Gateway', {}), 'x')],
    ['a broken connection', slackRefusal(new WebAPIRequestError(new Error('socket hang up')), 'x')],
    ['anything else', slackRefusal('something else', 'x')],
  ])('for %s is an outage', (_what, failure) => {
    expect(failure).toMatchObject({ about: 'call', permanent: false, outage: true });
  });

  it.each([
    [30, slackRefusal(new WebAPIRateLimitedError(30), 'x')],
    [12, slackRefusal(new WebAPIHTTPError(429, 'Too Many', { 'retry-after': '12' }), 'x')],
    [1, said('ratelimited')],
  ])('because we are too quick waits for %i seconds', (retryAfterSeconds, failure) => {
    expect(failure).toMatchObject({ about: 'call', code: 'ratelimited', permanent: false, retryAfterSeconds });
  });

  it('with a status that refuses the token is about the connection', () => {
    expect(slackRefusal(new WebAPIHTTPError(401, 'Unauthorized', {}), 'x')).toMatchObject({
      about: 'connection',
      account: true,
    });
  });
});
