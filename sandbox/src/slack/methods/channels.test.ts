import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContract } from '../../http/contract.ts';
import { openSandbox, type TestSandbox } from '../../testing.ts';

let sandbox: TestSandbox;
let ada: string;
let grace: string;
const contract = loadContract('slack', 'json');

/** Calls a method; its answer is what Slack publishes, whatever it is. */
async function call(method: string, args: Record<string, unknown> = {}, token = 'xoxb-sandbox') {
  const answer = await fetch(`${sandbox.url}/slack/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  const json = (await answer.json()) as Record<string, unknown> & { ok: boolean; error?: string };
  const steps = ['paths', `/${method}`, 'post', 'responses', '200', 'content', 'application/json', 'schema'];
  const check = contract.check(steps);
  // The published list of errors lacks the one for wrong arguments.
  check(json.error === 'invalid_arguments' ? { ...json, error: 'invalid_arg_name' } : json);
  expect([method, check.errors ?? []]).toEqual([method, []]);
  return json;
}
const idOf = async (email: string) =>
  ((await call('users.lookupByEmail', { email })).user as Readonly<{ id: string }>).id;
const membersOf = async (channel: string) => (await call('conversations.members', { channel })).members;

beforeAll(async () => {
  sandbox = await openSandbox();
  [ada, grace] = [await idOf('ada@example.org'), await idOf('grace@example.org')];
});
afterAll(() => sandbox.close());

describe('a channel that is made', () => {
  it('has the bot and whom it asks in, until they are sent away', async () => {
    await call('conversations.create', { name: 'crew' });
    expect(await membersOf('#crew')).toEqual(['U0GUILDBOT']);
    await call('conversations.invite', { channel: '#crew', users: `${ada},${grace}` });
    await call('conversations.kick', { channel: '#crew', user: grace });
    expect(await membersOf('#crew')).toEqual(['U0GUILDBOT', ada]);
    expect((await call('conversations.kick', { channel: '#crew', user: grace })).error).toBe('not_in_channel');
  });

  it('takes no messages once it is archived', async () => {
    await call('conversations.create', { name: 'short-lived' });
    expect(await call('conversations.archive', { channel: '#short-lived' })).toEqual({ ok: true });
    expect((await call('chat.postMessage', { channel: '#short-lived', text: 'x' })).error).toBe('is_archived');
    expect((await call('conversations.archive', { channel: '#short-lived' })).error).toBe('already_archived');
  });

  it('is listed among the private ones when it is private', async () => {
    await call('conversations.create', { name: 'quiet', is_private: true });
    const listed = async (types: string) =>
      ((await call('conversations.list', { types })).channels as { name: string }[]).map(({ name }) => name);
    expect(await listed('private_channel')).toEqual(['quiet']);
    expect(await listed('public_channel')).not.toContain('quiet');
  });

  it('is there after a restart, with who is in it', async () => {
    await call('conversations.create', { name: 'lasting' });
    await call('conversations.invite', { channel: '#lasting', users: ada });
    sandbox = await sandbox.restart();
    expect(await membersOf('#lasting')).toEqual(['U0GUILDBOT', ada]);
  });
});

it('takes messages only from a bot that is in it', async () => {
  await call('conversations.leave', { channel: '#random' });
  expect((await call('chat.postMessage', { channel: '#random', text: 'x' })).error).toBe('not_in_channel');
  expect((await call('conversations.leave', { channel: '#random' })).not_in_channel).toBe(true);
  await call('conversations.join', { channel: '#random' });
  expect((await call('chat.postMessage', { channel: '#random', text: 'x' })).ok).toBe(true);
});

it.each([
  ['conversations.create', {}, 'invalid_name_required'],
  ['conversations.create', { name: 'general' }, 'name_taken'],
  ['conversations.create', { name: 'Not so' }, 'invalid_arguments'],
  ['conversations.create', { name: 'x', colour: 'red' }, 'invalid_arguments'],
  ['conversations.invite', { channel: '#building' }, 'no_user'],
  ['conversations.invite', { channel: '#building', users: 'U000000000' }, 'user_not_found'],
  ['conversations.invite', { channel: '#building', users: 'U0GUILDBOT' }, 'cant_invite_self'],
  ['conversations.invite', { channel: '#nowhere', users: 'U000000000' }, 'channel_not_found'],
  ['conversations.kick', { channel: '#building', user: 'U0GUILDBOT' }, 'cant_kick_self'],
  ['conversations.archive', { channel: '#general' }, 'cant_archive_general'],
  ['conversations.leave', { channel: '#general' }, 'cant_leave_general'],
  ['conversations.members', { channel: '#general', cursor: 'nonsense' }, 'invalid_cursor'],
  ['chat.delete', { channel: '#general', ts: '1.000001' }, 'message_not_found'],
  ['chat.postEphemeral', { channel: '#general', text: 'x' }, 'invalid_arguments'],
  ['chat.postEphemeral', { channel: '#general', user: 'U000000000', text: 'x' }, 'user_not_in_channel'],
])('%s refuses %j with %s', async (method, args, error) => {
  expect((await call(method, args)).error).toBe(error);
});

it('lists the people page by page', async () => {
  const first = await call('users.list', { limit: 1 });
  const { next_cursor: cursor } = first.response_metadata as Readonly<{ next_cursor: string }>;
  const rest = await call('users.list', { limit: 1_000, cursor });
  const [ids, others] = [first, rest].map(({ members }) => (members as { id: string }[]).map(({ id }) => id));
  expect([ids, others]).toEqual([['U0GUILDBOT'], expect.arrayContaining([ada, grace])]);
});

it('shows a message to one person, or takes it back', async () => {
  await sandbox.store.clear();
  await call('chat.postEphemeral', { channel: '#general', user: ada, text: 'Only you' });
  const { ts } = await call('chat.postMessage', { channel: '#general', text: 'Not for long' });
  expect((await call('chat.delete', { channel: '#general', ts })).ts).toBe(ts);
  expect((await call('chat.delete', { channel: '#general', ts })).error).toBe('message_not_found');
  expect((await call('chat.update', { channel: '#general', ts, text: 'x' })).error).toBe('message_not_found');
  expect((await sandbox.messages()).map(({ raw }) => [raw.method, raw.user])).toEqual([
    ['chat.postEphemeral', ada],
    ['chat.postMessage', undefined],
    ['chat.delete', undefined],
  ]);
});

it.each([
  ['xoxb-revoked', 'token_revoked'],
  ['xoxb-inactive', 'account_inactive'],
  ['xoxb-only-users:read', 'missing_scope'],
])('refuses the token %s with %s', async (token, error) => {
  expect((await call('conversations.create', { name: 'x' }, token)).error).toBe(error);
});
