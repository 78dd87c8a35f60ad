import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.store.clear());

async function post(body: unknown, hook = 'T0GUILD/B0NORTH/secret'): Promise<[status: number, text: string]> {
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  const url = `${sandbox.url}/slack/services/${hook}`;
  const answer = await fetch(url, { method: 'POST', body: sent, headers: { 'content-type': 'application/json' } });
  return [answer.status, await answer.text()];
}

describe('an incoming webhook', () => {
  it('posts to the channel that its id names', async () => {
    expect(await post({ text: 'Ada Lovelace signed in · 3 people in' })).toEqual([200, 'ok']);
    await post({ text: 'hello' }, 'T0GUILD/B0QUAY/secret');
    expect((await sandbox.messages('?channel=slack&to=%23NORTH')).map(({ to, text }) => [to, text])).toEqual([
      ['#north', 'Ada Lovelace signed in · 3 people in'],
    ]);
    expect(await sandbox.messages('?to=quay')).toHaveLength(1);
  });

  it('shows in raw what it was sent, but not the secret of its address', async () => {
    await post({ text: 'x', client_msg_id: 'msg-1', metadata: { event_type: 'e', event_payload: {} } });
    const [message] = await sandbox.messages();
    expect(message?.raw).toMatchObject({
      method: 'webhook',
      hook: 'B0NORTH',
      client_msg_id: 'msg-1',
      metadata: { event_type: 'e' },
    });
    expect(JSON.stringify(message)).not.toContain('secret');
  });

  it('keeps each delivery, repeated ones too', async () => {
    await post({ text: 'same', client_msg_id: '1' });
    await post({ text: 'same', client_msg_id: '1' });
    expect(await sandbox.messages()).toHaveLength(2);
  });

  it('takes a form with a payload', async () => {
    const body = new URLSearchParams({ payload: '{"text":"from a form"}' });
    const answer = await fetch(`${sandbox.url}/slack/services/T0GUILD/B0NORTH/x`, { method: 'POST', body });
    expect(answer.status).toBe(200);
    expect((await sandbox.messages())[0]?.text).toBe('from a form');
  });

  it.each([
    ['{"text":', 400, 'invalid_payload'],
    ['', 400, 'invalid_payload'],
    ['[]', 400, 'invalid_payload'],
    [{}, 400, 'invalid_payload'],
    [{ text: 7 }, 400, 'invalid_payload'],
    [{ text: 'x', colour: 'red' }, 400, 'invalid_payload'],
    [{ text: ' ' }, 400, 'no_text'],
    [{ blocks: [{ text: 'x' }] }, 400, 'invalid_payload'],
    [{ blocks: [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }] }, 400, 'invalid_blocks'],
  ])('refuses %j and keeps nothing', async (body, status, error) => {
    expect(await post(body)).toEqual([status, error]);
    expect(await sandbox.messages()).toEqual([]);
  });

  it.each([
    ['T0GUILD/B0REVOKED/x', 404, 'no_service'],
    ['T0GUILD/X0NORTH/x', 404, 'no_service'],
    ['nowhere/B0NORTH/x', 404, 'no_team'],
    ['T0GUILD/B0ARCHIVE/x', 410, 'channel_is_archived'],
  ])('%s is refused as a hook that is no more', async (hook, status, error) => {
    expect(await post({ text: 'x' }, hook)).toEqual([status, error]);
  });
});
