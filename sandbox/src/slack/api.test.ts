import { type ConversationsListResponse, type Logger, LogLevel, WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadContract } from '../http/contract.ts';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
let slack: WebClient;
const nothing = () => undefined;
const quiet: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};
const clientOf = (token?: string) =>
  new WebClient(token, {
    slackApiUrl: `${sandbox.url}/slack/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
beforeAll(async () => {
  sandbox = await openSandbox();
  slack = clientOf('xoxb-sandbox');
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.store.clear());

const refusal = (error: string, more: object = {}) => ({
  data: expect.objectContaining({ ok: false, error, ...more }) as object,
});
const post = (method: string, body: string, type = 'application/json', token = 'xoxb-sandbox') =>
  fetch(`${sandbox.url}/slack/api/${method}`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
  }).then((answer) => answer.json() as Promise<Record<string, unknown>>);

describe('the Slack Web API', () => {
  it('says who the bot is', async () => {
    expect(await slack.auth.test()).toMatchObject({ ok: true, team_id: 'T0GUILDHALL', user: 'guildhall' });
  });

  it('posts to a channel by name or by id, and keeps what it was sent', async () => {
    const { channel, ts } = await slack.chat.postMessage({ channel: '#general', text: 'Hello *world*' });
    await slack.chat.postMessage({ channel: channel ?? '', text: 'again' });
    const messages = await sandbox.messages('?channel=slack&to=general');
    expect(messages.map(({ to, text }) => [to, text])).toEqual([
      ['#general', 'Hello *world*'],
      ['#general', 'again'],
    ]);
    expect(messages[0]?.raw).toMatchObject({ method: 'chat.postMessage', channel, ts });
    expect(JSON.stringify(messages)).not.toContain('xoxb');
  });

  it('shows blocks and metadata in raw, and takes the words of blocks for want of a text', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'From a block' } }];
    const metadata = { event_type: 'guildhall', event_payload: { id: 'msg-1' } };
    await slack.chat.postMessage({ channel: '#general', blocks, metadata });
    expect((await sandbox.messages())[0]).toMatchObject({ text: 'From a block', raw: { blocks, metadata } });
  });

  it('gives each message a greater number, though many come at once', async () => {
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => slack.chat.postMessage({ channel: '#general', text: 'x' })),
    );
    expect(new Set(sent.map(({ ts }) => ts)).size).toBe(20);
  });

  it('edits a message by its number', async () => {
    const { channel = '', ts = '' } = await slack.chat.postMessage({ channel: '#general', text: 'First' });
    await slack.chat.update({ channel, ts, text: 'Second' });
    expect((await sandbox.messages()).map(({ text, raw }) => [text, raw.ts])).toEqual([
      ['First', ts],
      ['Second', ts],
    ]);
    await expect(slack.chat.update({ channel, ts: '1.000001', text: 'x' })).rejects.toMatchObject(
      refusal('message_not_found'),
    );
  });

  it('finds members by their address and sends them direct messages', async () => {
    const { user } = await slack.users.lookupByEmail({ email: 'Ada.Lovelace@example.org' });
    const { channel } = await slack.conversations.open({ users: user?.id ?? '' });
    await slack.chat.postMessage({ channel: channel?.id ?? '', text: 'Only for you' });
    await slack.chat.postMessage({ channel: user?.id ?? '', text: 'By id' });
    expect(await sandbox.messages('?to=ada.lovelace@example.org')).toHaveLength(2);
    await expect(slack.users.lookupByEmail({ email: 'ada@elsewhere.test' })).rejects.toMatchObject(
      refusal('users_not_found'),
    );
  });

  it('lists channels page by page', async () => {
    const names: string[] = [];
    for await (const page of slack.paginate('conversations.list', { limit: 2, exclude_archived: true })) {
      const { channels } = page as ConversationsListResponse;
      names.push(...(channels ?? []).map(({ name = '' }) => name));
    }
    expect(names).toEqual(expect.arrayContaining(['general', 'building']));
    expect(names).not.toContain('archive');
  });

  it.each([
    ['chat.postMessage', { channel: '#nowhere', text: 'x' }, 'channel_not_found'],
    ['chat.postMessage', { channel: '#archive', text: 'x' }, 'is_archived'],
    ['chat.postMessage', { channel: '#general', text: '' }, 'no_text'],
    ['chat.postMessage', { channel: '#general', text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['chat.postMessage', { channel: '#general', text: 'x', blocks: '{' }, 'invalid_blocks_format'],
    ['chat.postMessage', { channel: '#general', text: 'x', metadata: '{' }, 'invalid_metadata_format'],
    ['chat.postMessage', { channel: '#general', text: 'x', colour: 'red' }, 'invalid_arguments'],
    ['chat.postMessage', { channel: '#general', text: 'x', mrkdwn: 'perhaps' }, 'invalid_arguments'],
    ['chat.postMessage', { text: 'x' }, 'invalid_arguments'],
    ['conversations.info', { channel: 'C000000000' }, 'channel_not_found'],
    ['conversations.open', { users: 'U000000000' }, 'user_not_found'],
    ['users.info', { user: 'U000000000' }, 'user_not_found'],
    ['chat.shout', {}, 'unknown_method'],
  ])('%s refuses %j as Slack does, and keeps nothing', async (method, args, error) => {
    await expect(slack.apiCall(method, args)).rejects.toMatchObject(refusal(error));
    expect(await sandbox.messages()).toEqual([]);
  });

  it('says which argument was wrong', async () => {
    expect(await post('chat.postMessage', '{"text":"x","colour":1}')).toMatchObject({
      response_metadata: {
        messages: expect.arrayContaining([
          '[ERROR] missing required field: channel',
          '[ERROR] no such field: colour',
        ]) as string[],
      },
    });
  });

  it.each([
    ['{', 'application/json', 'invalid_json'],
    ['[]', 'application/json', 'json_not_object'],
    ['x', 'text/plain', 'invalid_post_type'],
  ])('refuses the body %j of type %s', async (body, type, error) => {
    expect(await post('chat.postMessage', body, type)).toEqual({ ok: false, error });
  });

  it('takes JSON as well as forms', async () => {
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'Hi' } }];
    expect(
      await post('chat.postMessage', JSON.stringify({ channel: '#general', blocks, link_names: true })),
    ).toMatchObject({ ok: true });
  });

  it('wants a token, of the right kind, with the scopes of the method', async () => {
    await expect(clientOf().auth.test()).rejects.toMatchObject(refusal('not_authed'));
    await expect(clientOf('secret').auth.test()).rejects.toMatchObject(refusal('invalid_auth'));
    const limited = clientOf('xoxb-only-users:read,chat:write');
    await limited.chat.postMessage({ channel: '#general', text: 'x' });
    await expect(limited.conversations.list()).rejects.toMatchObject(
      refusal('missing_scope', { needed: 'conversations:read', provided: 'users:read,chat:write' }),
    );
  });

  it('limits the rate when told to, with Retry-After', async () => {
    await sandbox.call('PUT', '/sandbox/faults', {
      provider: 'slack',
      status: 429,
      retryAfterSeconds: 30,
      match: '#general',
      times: 1,
    });
    await slack.auth.test();
    await expect(slack.chat.postMessage({ channel: '#general', text: 'x' })).rejects.toMatchObject({ retryAfter: 30 });
    await slack.chat.postMessage({ channel: '#general', text: 'x' });
  });

  it('knows its members and channels after a restart', async () => {
    const { user } = await slack.users.lookupByEmail({ email: 'grace@example.org' });
    sandbox = await sandbox.restart();
    slack = clientOf('xoxb-sandbox');
    await slack.chat.postMessage({ channel: user?.id ?? '', text: 'still there' });
    expect(await sandbox.messages('?to=grace@example.org')).toHaveLength(1);
  });
});

describe('every answer', () => {
  const contract = loadContract('slack', 'json');
  it.each([
    ['auth.test', {}],
    ['chat.postMessage', { channel: '#general', text: 'x', blocks: '[{"type":"divider"}]' }],
    ['chat.postMessage', { channel: '#nowhere', text: 'x' }],
    ['conversations.list', {}],
    ['conversations.info', { channel: '#general' }],
    ['conversations.join', { channel: '#general' }],
    ['users.lookupByEmail', { email: 'ada@example.org' }],
    ['users.lookupByEmail', { email: 'ada@elsewhere.test' }],
  ])('of %s to %j is what Slack publishes', async (method, args) => {
    const check = contract.check([
      'paths',
      `/${method}`,
      'post',
      'responses',
      '200',
      'content',
      'application/json',
      'schema',
    ]);
    check(await post(method, JSON.stringify({ ...args })));
    expect(check.errors ?? []).toEqual([]);
  });
});
