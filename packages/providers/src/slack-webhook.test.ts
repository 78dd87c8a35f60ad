import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Provider } from './provider.ts';
import type { SlackMessage } from './slack-message.ts';
import { slackWebhook } from './slack-webhook.ts';
import { type HttpFake, httpFake } from './testing.ts';

let vendor: HttpFake;
let hooks: Provider<SlackMessage>;

beforeEach(async () => {
  vendor = await httpFake({ body: 'ok' });
  const isAllowed = ({ hostname }: URL) => hostname === '127.0.0.1';
  hooks = slackWebhook({ state: 'sandbox', isAllowed, perSecond: 100, burst: 20, timeLimitMs: 300 });
});
afterEach(async () => {
  await hooks.close();
  await vendor.close();
});

const to = (path: string): SlackMessage => ({ to: `${vendor.url}${path}`, text: 'Ada signed in' });
const sending = (path = '/north') => hooks.send(to(path), { idempotencyKey: 'm1' });

describe('messages by an incoming webhook', () => {
  it('are posted as JSON, with the mark of the message beside them', async () => {
    await sending();

    const [call] = vendor.calls;
    expect(JSON.parse(call?.body ?? '')).toEqual({ text: 'Ada signed in' });
    expect(call?.headers).toMatchObject({ 'content-type': 'application/json', 'x-guildhall-message-id': 'm1' });
  });

  it('go to no address that is not allowed', async () => {
    const outside = { to: 'http://169.254.169.254/latest', text: 'x' };

    await expect(hooks.send(outside, { idempotencyKey: 'm1' })).rejects.toMatchObject({ permanent: true });
    await expect(hooks.send({ to: 'nonsense', text: 'x' }, { idempotencyKey: 'm1' })).rejects.toMatchObject({
      permanent: true,
    });
  });

  it('follow no redirect', async () => {
    vendor.answer({ status: 302, headers: { location: `${vendor.url}/elsewhere` } });

    await expect(sending()).rejects.toMatchObject({ permanent: true });
    expect(vendor.calls.map(({ path }) => path)).toEqual(['/north']);
  });

  it('honour Retry-After for their own webhook only', async () => {
    vendor.answer(({ path }) =>
      path === '/north' ? { status: 429, headers: { 'retry-after': '60' } } : { body: 'ok' },
    );
    await expect(sending('/north')).rejects.toMatchObject({ retryAfterSeconds: 60 });

    await sending('/quay');
    expect(hooks.delayMs(to('/north').to)).toBeGreaterThan(59_000);
    expect(hooks.delayMs(to('/quay').to)).toBe(0);
  });

  it.each([
    [403, 'action_prohibited'],
    [404, 'no_service'],
    [410, 'channel_is_archived'],
    [400, 'invalid_payload'],
  ])('are refused for good with %i %s', async (status, body) => {
    vendor.answer({ status, body });

    await expect(sending()).rejects.toMatchObject({
      permanent: true,
      reason: `Slack refused the message (${status}, ${body}).`,
    });
  });

  it('are kept for later when Slack is down or silent', async () => {
    vendor.answer({ status: 500, body: 'rollup_error' });
    await expect(sending()).rejects.toMatchObject({ permanent: false, outage: true });

    vendor.answer('hang');
    await expect(sending()).rejects.toMatchObject({ permanent: false, outage: true });
  });

  it('do not wait for a webhook that hangs', async () => {
    vendor.answer(({ path }) => (path === '/north' ? { status: 500, body: '' } : { body: 'ok' }));
    await Promise.allSettled(Array.from({ length: 5 }, () => sending('/north')));

    await vi.waitFor(() => sending('/quay'));
    expect(hooks.state()).toBe('sandbox');
  });
});
