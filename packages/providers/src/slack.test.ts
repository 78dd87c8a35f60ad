import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Provider } from './provider.ts';
import { slack } from './slack.ts';
import type { SlackMessage } from './slack-message.ts';
import { type HttpFake, httpFake } from './testing.ts';

let vendor: HttpFake;
let messages: Provider<SlackMessage>;

beforeEach(async () => {
  vendor = await httpFake({ body: { ok: true, channel: 'C1', ts: '1700000000.000100', message: {} } });
  messages = slack({ token: 'xoxb-secret', state: 'sandbox', apiUrl: `${vendor.url}/slack/api/`, perSecond: 100 });
});
afterEach(async () => {
  await messages.close();
  await vendor.close();
});

const message: SlackMessage = { to: '#building', text: 'Ada signed in' };
const sending = () => messages.send(message, { idempotencyKey: 'm1' });

describe('messages by Slack’s Web API', () => {
  it('are posted to their channel with the mark of the message', async () => {
    expect(await sending()).toEqual({ providerMessageId: '1700000000.000100', place: 'C1' });

    const [call] = vendor.calls;
    const form = Object.fromEntries(new URLSearchParams(call?.body));
    expect(call?.path).toBe('/slack/api/chat.postMessage');
    expect(call?.headers.authorization).toBe('Bearer xoxb-secret');
    expect(form).toMatchObject({ channel: '#building', text: 'Ada signed in' });
    expect(form['metadata']).toContain('m1');
  });

  it('wait as long as Slack asks, and the SDK does not try on its own', async () => {
    vendor.answer({ status: 429, headers: { 'retry-after': '3' }, body: { ok: false, error: 'ratelimited' } });

    await expect(sending()).rejects.toMatchObject({ permanent: false, retryAfterSeconds: 3 });
    expect(vendor.calls).toHaveLength(1);
  });

  it.each(['channel_not_found', 'not_in_channel', 'is_archived', 'msg_too_long'])(
    'are refused for good over %s',
    async (error) => {
      vendor.answer({ body: { ok: false, error } });

      await expect(sending()).rejects.toMatchObject({
        permanent: true,
        reason: expect.stringMatching(`^Slack refused the message.*\\(${error}\\)\\.$`) as string,
      });
    },
  );

  it.each(['invalid_auth', 'missing_scope', 'internal_error', 'service_unavailable'])(
    'are kept for later over %s',
    async (error) => {
      vendor.answer({ body: { ok: false, error } });

      await expect(sending()).rejects.toMatchObject({ permanent: false, outage: true });
    },
  );

  it('are kept for later when Slack is down', async () => {
    vendor.answer({ status: 503, body: 'upstream' });

    await expect(sending()).rejects.toMatchObject({ permanent: false, outage: true });
  });

  it('repeat nothing that Slack says beyond its codes', async () => {
    vendor.answer({ body: { ok: false, error: 'Ada <ada@example.org> is away' } });

    await expect(sending()).rejects.toMatchObject({ reason: 'Slack answered in a way that makes no sense.' });
  });
});

describe('a message that takes another’s place', () => {
  const instead = { place: 'C1', providerMessageId: '1690000000.000100' };
  const replacing = () => messages.send({ ...message, instead }, { idempotencyKey: 'm2' });
  const paths = () => vendor.calls.map(({ path }) => path.split('/').at(-1));

  it('changes the earlier one and posts nothing', async () => {
    expect(await replacing()).toEqual(instead);

    expect(paths()).toEqual(['chat.update']);
    expect(Object.fromEntries(new URLSearchParams(vendor.calls[0]?.body))).toMatchObject({
      channel: 'C1',
      ts: instead.providerMessageId,
      text: 'Ada signed in',
    });
  });

  it.each(['message_not_found', 'cant_update_message', 'edit_window_closed'])(
    'is posted anew over %s',
    async (error) => {
      vendor.answer(({ path }) =>
        path.endsWith('chat.update')
          ? { body: { ok: false, error } }
          : { body: { ok: true, channel: 'C1', ts: '1700000000.000200', message: {} } },
      );

      expect(await replacing()).toEqual({ place: 'C1', providerMessageId: '1700000000.000200' });
      expect(paths()).toEqual(['chat.update', 'chat.postMessage']);
    },
  );

  it('is not posted beside it while Slack only has trouble', async () => {
    vendor.answer({ status: 429, headers: { 'retry-after': '3' }, body: { ok: false, error: 'ratelimited' } });

    await expect(replacing()).rejects.toMatchObject({ permanent: false, retryAfterSeconds: 3 });
    expect(paths()).toEqual(['chat.update']);
  });
});
