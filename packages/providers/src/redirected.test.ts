import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failover } from './failover.ts';
import { redirected } from './redirected.ts';
import { slack } from './slack.ts';
import { slackWebhook } from './slack-webhook.ts';
import { type HttpFake, httpFake } from './testing.ts';

let api: HttpFake;
let hooks: HttpFake;
let closing: (() => Promise<unknown>)[];
beforeEach(async () => {
  api = await httpFake({ body: { ok: true, channel: 'C1', ts: '1700000000.000100' } });
  hooks = await httpFake({ body: 'ok' });
  closing = [api.close, hooks.close];
});
afterEach(async () => {
  for (const close of closing.toReversed()) await close();
});

const both = () => {
  const pace = { perSecond: 100, burst: 100, state: 'sandbox' } as const;
  const webhooks = slackWebhook({ ...pace, isAllowed: () => true });
  const first = slack({ ...pace, token: 'xoxb-1', apiUrl: `${api.url}/` });
  closing.push(webhooks.close, first.close);
  const spare = new Map([['#building', `${hooks.url}/services/T0/B0/x`]]);
  return failover([first, redirected('slack-fallback', webhooks, (to) => spare.get(to.toLowerCase()))]);
};
const options = { idempotencyKey: 'm1' };

describe('a Slack channel with a webhook of its own', () => {
  it('is written to by the Web API while that works', async () => {
    expect(await both().send({ to: '#building', text: 'Hello' }, options)).toMatchObject({ provider: 'slack' });
    expect(hooks.calls).toEqual([]);
  });

  it('is written to by the webhook when the token was revoked', async () => {
    api.answer({ body: { ok: false, error: 'token_revoked' } });

    expect(await both().send({ to: '#Building', text: 'Hello' }, options)).toMatchObject({
      provider: 'slack-fallback',
      passedOn: [{ provider: 'slack', reason: 'Slack refused our credentials (token_revoked).' }],
    });
    expect(hooks.calls).toMatchObject([{ path: '/services/T0/B0/x' }]);
  });

  it('gets nothing twice when Slack does not answer', async () => {
    api.answer({ status: 504 });

    await expect(both().send({ to: '#building', text: 'Hello' }, options)).rejects.toMatchObject({ unclear: true });
    expect(hooks.calls).toEqual([]);
  });

  it('does not get what is for one user alone', async () => {
    api.answer({ body: { ok: false, error: 'token_revoked' } });
    const message = { to: '#building', text: 'Hello', onlyFor: 'U0ADA' };

    await expect(both().send(message, options)).rejects.toMatchObject({ provider: 'slack', permanent: false });
    expect(hooks.calls).toEqual([]);
  });
});

it('leaves other channels to the Web API', async () => {
  api.answer({ status: 503 });

  await expect(both().send({ to: '#quay', text: 'Hello' }, options)).rejects.toMatchObject({ provider: 'slack' });
  expect(hooks.calls).toEqual([]);
});
