import { describe, expect, it } from 'vitest';
import { httpFailure, noAnswer } from './http-failure.ts';

describe('an HTTP answer other than success', () => {
  it('429 asks for patience, for a second when it does not say how long', () => {
    expect(httpFailure('Slack', { status: 429, retryAfter: '30' })).toMatchObject({
      permanent: false,
      outage: false,
      retryAfterSeconds: 30,
    });
    expect(httpFailure('Slack', { status: 429 }).retryAfterSeconds).toBe(1);
  });

  it.each([500, 502, 503, 504, 408])('%i is the vendor’s trouble', (status) => {
    expect(httpFailure('Slack', { status })).toMatchObject({ permanent: false, outage: true });
  });

  it('503 may say when to come back', () => {
    expect(httpFailure('Slack', { status: 503, retryAfter: '120' }).retryAfterSeconds).toBe(120);
  });

  it.each([401, 403])('%i is the trouble of our account, where there is one', (status) => {
    expect(httpFailure('Twilio', { status })).toMatchObject({ permanent: false, outage: true });
    expect(httpFailure('Slack', { status, hasAccount: false })).toMatchObject({ permanent: true, outage: false });
  });

  it.each([301, 400, 404, 410, 413, 422])('%i is final for this message', (status) => {
    expect(httpFailure('Slack', { status })).toMatchObject({ permanent: true, outage: false });
  });

  it('is told with the vendor’s code, but never in the vendor’s words', () => {
    expect(httpFailure('Slack', { status: 404, code: 'no_service' }).reason).toBe(
      'Slack refused the message (404, no_service).',
    );
    expect(httpFailure('Slack', { status: 400, code: 'ada@example.org is away' }).reason).toBe(
      'Slack refused the message (400).',
    );
  });
});

it('no answer at all is an outage, with what happened for the log only', () => {
  const cause = new Error('connect ECONNREFUSED 10.0.0.7');

  expect(noAnswer('Slack', cause)).toMatchObject({ permanent: false, outage: true, attempted: true, cause });
  expect(noAnswer('Slack', cause).reason).toBe('Slack could not be reached.');
});
