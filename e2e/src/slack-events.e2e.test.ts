import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { environment } from './platform/environment.ts';
import { unique } from './platform/unique.ts';

type Tellings = Readonly<{
  events: readonly Readonly<{
    state: string;
    tries: readonly unknown[];
    event: Readonly<{ type: string; channel?: Readonly<{ name: string }> | string }>;
  }>[];
}>;

/** As Slack would sign it: what vendors sign with in the sandbox is the word itself. */
function tell(path: string, body: object, { key = 'sandbox', ageSeconds = 0 } = {}): Promise<Response> {
  const text = JSON.stringify(body);
  const timestamp = String(Math.floor(Date.now() / 1_000) - ageSeconds);
  const digest = createHmac('sha256', key).update(`v0:${timestamp}:${text}`).digest('hex');
  return fetch(new URL(path, environment.webUrl), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
    body: text,
  });
}
const doors = ['/slack/events', '/api/webhooks/slack/events'];
const challenge = { type: 'url_verification', token: 'x', challenge: 'c1' };

describe('what happens in Slack', () => {
  it('reaches the platform by itself, and is taken at the first try', async () => {
    const name = `team-${unique()}`;
    const made = await fetch(new URL('/slack/api/conversations.create', environment.sandboxUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer xoxb-e2e' },
      body: JSON.stringify({ name }),
    });
    expect(await made.json()).toMatchObject({ ok: true });

    await vi.waitFor(async () => {
      const told = await fetch(new URL('/sandbox/slack-events', environment.sandboxUrl));
      const { events } = (await told.json()) as Tellings;
      const ours = events.filter(({ event }) => typeof event.channel === 'object' && event.channel.name === name);
      expect(ours).toMatchObject([{ state: 'told', tries: [200], event: { type: 'channel_created' } }]);
    });
  });

  it.each(doors)('is echoed when Slack tries %s (volunteers 4)', async (path) => {
    const answer = await tell(path, challenge);
    expect([answer.status, await answer.json()]).toEqual([200, { challenge: 'c1' }]);
  });

  it.each(doors)('is 401 at %s when it is forged or 301 s old (volunteers 4)', async (path) => {
    const answers = [await tell(path, challenge, { key: 'guess' }), await tell(path, challenge, { ageSeconds: 301 })];
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });
});
