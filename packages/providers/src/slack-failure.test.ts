import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { slackFailure } from './slack-failure.ts';

const said = (error: string) => slackFailure(new WebAPIPlatformError({ ok: false, error }));

describe('a failed call of Slack’s Web API', () => {
  it('is a matter of patience when Slack limits us, however it says so', () => {
    expect(slackFailure(new WebAPIRateLimitedError(30))).toMatchObject({ permanent: false, retryAfterSeconds: 30 });
    expect(said('ratelimited')).toMatchObject({ permanent: false, retryAfterSeconds: 1 });
  });

  it('is Slack’s trouble when it fails or cannot be reached', () => {
    const failures = [
      slackFailure(new WebAPIHTTPError(502, 'Bad Gateway', {})),
      slackFailure(new WebAPIRequestError(new Error('socket hang up'))),
      slackFailure('something else'),
      said('fatal_error'),
    ];

    expect(failures).toEqual(failures.map(() => expect.objectContaining({ permanent: false, outage: true })));
  });

  it('is the trouble of our account when the token is no good', () => {
    expect(said('token_revoked')).toMatchObject({ permanent: false, outage: true });
  });

  it('is final for everything that is wrong with the message', () => {
    expect(said('channel_not_found')).toMatchObject({ permanent: true, outage: false });
    expect(said('a_code_of_next_year')).toMatchObject({ permanent: true });
  });
});
