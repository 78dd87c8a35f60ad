import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await openSandbox();
});
afterEach(() => sandbox.close());

type Json = Readonly<Record<string, unknown>>;
const control = async (method: string, path: string, body?: unknown): Promise<[number, Json]> => {
  const answer = await sandbox.call(method, `/sandbox/slack${path}`, body);
  return [answer.status, answer.status === 204 ? {} : ((await answer.json()) as Json)];
};
const slack = async (method: string, args: Json = {}): Promise<Json> => {
  const answer = await fetch(`${sandbox.url}/slack/api/${method}`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-sandbox', 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  return (await answer.json()) as Json;
};
const told = async (): Promise<Json[]> => {
  const answer = await sandbox.call('GET', '/sandbox/slack-events');
  return ((await answer.json()) as { events: { event: Json }[] }).events.map(({ event }) => event);
};
const add = async (email: string, more: Json = {}) => {
  const [, { id }] = await control('POST', '/users', { email, ...more });
  return String(id);
};
const isIn = async (channel: string, email: string): Promise<boolean> => {
  const [, { members }] = await control('GET', `/channels/${channel}/members`);
  return (members as { email: string }[]).some((one) => one.email === email);
};

describe('somebody who is put into the workspace', () => {
  it('is found by their address from then on, and the platform is told', async () => {
    expect(await slack('users.lookupByEmail', { email: 'dana@x.org' })).toEqual({
      ok: false,
      error: 'users_not_found',
    });
    const id = await add('Dana@X.org', { realName: 'Dana Bar' });

    expect(await slack('users.lookupByEmail', { email: 'dana@x.org' })).toMatchObject({
      user: { id, real_name: 'Dana Bar', deleted: false, profile: { email: 'dana@x.org' } },
    });
    expect(await told()).toMatchObject([{ type: 'team_join', user: { id, profile: { email: 'dana@x.org' } } }]);
  });

  it('may be one of thousands, of whom nobody is told', async () => {
    const users = Array.from({ length: 2_000 }, (_, n) => ({ email: `v${n}@x.org` }));
    expect((await control('POST', '/users', { users, quiet: true }))[0]).toBe(201);

    expect([(await slack('users.info', { user: await idOf('v1999@x.org') })).ok, await told()]).toEqual([true, []]);
  });

  it('keeps their id whatever their address becomes', async () => {
    const id = await add('dana@x.org');
    await control('PATCH', '/users/dana@x.org', { email: 'dana@y.org' });

    expect(await slack('users.lookupByEmail', { email: 'dana@y.org' })).toMatchObject({ user: { id } });
    expect((await slack('users.lookupByEmail', { email: 'dana@x.org' })).error).toBe('users_not_found');
    expect((await told()).at(-1)).toMatchObject({ type: 'user_change', user: { id } });
  });

  it('is in no channel any more once they are deactivated, and cannot be asked in', async () => {
    const id = await add('dana@x.org');
    await slack('conversations.invite', { channel: '#teams', users: id });
    await control('PATCH', `/users/${id}`, { isDeleted: true });

    expect(await isIn('teams', 'dana@x.org')).toBe(false);
    expect(await slack('users.lookupByEmail', { email: 'dana@x.org' })).toMatchObject({ user: { id, deleted: true } });
    expect((await slack('conversations.invite', { channel: '#teams', users: id })).error).toBe('cant_invite');
  });

  it('as a guest of one channel gets into one', async () => {
    const id = await add('gil@x.org', { guest: 'single' });
    const into = async (channel: string) => (await slack('conversations.invite', { channel, users: id })).error;

    expect([await into('#teams'), await into('#branches_manag')]).toEqual([undefined, 'ura_max_channels']);
  });

  it.each([
    [{ email: 'nobody' }, 422],
    [{ email: 'a@x.org', colour: 'red' }, 422],
    [{ email: 'maya.levi@example.org' }, 409],
    [{ users: [] }, 422],
  ])('is refused as %j', async (body, status) => {
    expect((await control('POST', '/users', body))[0]).toBe(status);
  });

  it('is not changed into somebody else', async () => {
    await add('dana@x.org');

    expect((await control('PATCH', '/users/dana@x.org', { email: 'maya.levi@example.org' }))[0]).toBe(409);
    expect((await control('PATCH', '/users/nobody@x.org', {}))[0]).toBe(404);
  });
});

const idOf = async (email: string): Promise<string> => String((await control('GET', `/users/${email}`))[1].id);

describe('a channel', () => {
  it('of a demonstration is there, with our app in it and nobody else', async () => {
    const [, { channels }] = await control('GET', '/channels');

    expect((channels as { name: string }[]).map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'general',
        'random',
        'teams',
        't_area_district',
        't_area_district_nat',
        'branches_manag',
      ]),
    );
    expect(await control('GET', '/channels/t_branches_area_mang/members')).toEqual([
      200,
      { members: [], hasBot: true },
    ]);
  });

  it('can be one of hundreds, on pages as large as they are asked for', async () => {
    const channels = Array.from({ length: 230 }, (_, n) => ({ name: `filler-${n}` }));
    await control('DELETE', '/channels/teams');
    await control('POST', '/channels', { channels, quiet: true });
    await control('POST', '/channels', { name: 'teams' });
    const first = await slack('conversations.list', { limit: 200 });
    const { next_cursor: cursor } = first.response_metadata as { next_cursor: string };
    const second = await slack('conversations.list', { limit: 200, cursor });
    const names = [first, second].map((page) => (page.channels as { name: string }[]).map(({ name }) => name));

    expect([names[0]?.length, names[0]?.includes('teams'), names[1]?.at(-1)]).toEqual([200, false, 'teams']);
  });

  it('is archived and comes back, is renamed and keeps its id, and the platform is told', async () => {
    const [, { id }] = await control('GET', '/channels/teams');
    const dana = await add('dana@x.org');
    const invited = async () => (await slack('conversations.invite', { channel: id, users: dana })).error;

    await control('PATCH', '/channels/teams', { isArchived: true });
    expect(await invited()).toBe('is_archived');
    await control('PATCH', '/channels/teams', { isArchived: false, name: 'crews' });
    expect(await invited()).toBeUndefined();
    expect(await control('GET', '/channels/crews')).toMatchObject([200, { id, name: 'crews' }]);
    expect((await control('GET', '/channels/teams'))[0]).toBe(404);
    expect((await told()).map(({ type }) => type)).toEqual([
      'team_join',
      'channel_archive',
      'channel_rename',
      'channel_unarchive',
      'member_joined_channel',
    ]);
  });

  it('that is private is hidden from our app until it is a member', async () => {
    await control('POST', '/channels', { name: 'board', isPrivate: true, hasBot: false });
    const found = async () => (await slack('conversations.info', { channel: '#board' })).error;
    expect(await found()).toBe('channel_not_found');
    await control('PUT', '/channels/board/members/bot');

    expect(await found()).toBeUndefined();
    expect(await slack('conversations.list', { types: 'private_channel' })).toMatchObject({
      channels: [{ name: 'board', is_member: true }],
    });
  });

  it('has whom somebody at Slack puts in, until they are taken out; each change is told once', async () => {
    await add('dana@x.org');
    for (let n = 0; n < 2; n += 1) await control('PUT', '/channels/teams/members/dana@x.org');
    expect(await isIn('teams', 'dana@x.org')).toBe(true);
    for (let n = 0; n < 2; n += 1) await control('DELETE', '/channels/teams/members/dana@x.org');
    expect(await isIn('teams', 'dana@x.org')).toBe(false);

    expect((await told()).map(({ type }) => type)).toEqual([
      'team_join',
      'member_joined_channel',
      'member_left_channel',
    ]);
  });

  it('takes many at once', async () => {
    const users = Array.from({ length: 300 }, (_, n) => ({ email: `v${n}@x.org` }));
    await control('POST', '/users', { users, quiet: true });
    await control('POST', '/channels/teams/members', { users: users.map(({ email }) => email), quiet: true });

    expect((await control('GET', '/channels/teams/members'))[1].members).toHaveLength(300);
    expect(await told()).toEqual([]);
  });

  it.each([
    ['POST', '/channels', { name: 'Teams' }, 422],
    ['POST', '/channels', { name: 'teams' }, 409],
    ['PATCH', '/channels/teams', { name: 'random' }, 409],
    ['PATCH', '/channels/nowhere', {}, 404],
    ['PUT', '/channels/teams/members/nobody@x.org', undefined, 404],
    ['PUT', '/channels/teams', undefined, 405],
  ])('%s %s %j is refused', async (method, path, body, status) => {
    expect((await control(method, path, body))[0]).toBe(status);
  });

  it('is as it was after a restart, and so are the people', async () => {
    const dana = await add('dana@x.org', { realName: 'Dana Bar' });
    await control('PATCH', `/users/${dana}`, { email: 'dana@y.org' });
    await control('PUT', `/channels/teams/members/${dana}`);
    await control('PATCH', '/channels/teams', { name: 'crews', isArchived: true });
    await control('PATCH', '/channels/crews', { isArchived: false });
    await control('DELETE', '/channels/branches_manag');
    sandbox = await sandbox.restart();

    expect(await control('GET', '/channels/crews')).toMatchObject([200, { isArchived: false }]);
    expect(await control('GET', '/channels/crews/members')).toMatchObject([
      200,
      { members: [{ id: dana, email: 'dana@y.org' }] },
    ]);
    expect((await control('GET', '/channels/branches_manag'))[0]).toBe(404);
  });
});

describe('the calls that were made', () => {
  it('are counted by method, and listed without their secrets', async () => {
    const dana = await add('dana@x.org');
    await slack('conversations.invite', { channel: '#teams', users: dana });
    await slack('conversations.invite', { channel: '#teams', users: dana });
    await slack('users.list', { limit: 2 });

    const [, calls] = await control('GET', '/calls?method=conversations.invite');
    expect(calls).toMatchObject({
      total: 3,
      counts: { 'conversations.invite': 2, 'users.list': 1 },
      calls: [{ channel: '#teams', user: dana }, { error: 'already_in_channel' }],
    });
    expect(JSON.stringify(calls)).not.toContain('xoxb');
    await control('DELETE', '/calls');
    expect((await control('GET', '/calls'))[1]).toEqual({ total: 0, counts: {} });
  });
});

describe('a fault of the workspace', () => {
  const fault = (body: Json) => sandbox.call('PUT', '/sandbox/faults', { provider: 'slack', ...body });
  const timed = async (): Promise<number> => {
    const begun = performance.now();
    await slack('auth.test');
    return performance.now() - begun;
  };

  it('makes a token invalid until it is mended', async () => {
    await fault({ effect: 'refuse', error: 'invalid_auth' });
    expect(await slack('auth.test')).toEqual({ ok: false, error: 'invalid_auth' });
    await sandbox.call('DELETE', '/sandbox/faults?provider=slack');

    expect((await slack('auth.test')).ok).toBe(true);
  });

  it('may strike one token, one method or one channel', async () => {
    await fault({ effect: 'refuse', error: 'token_revoked', match: 'xoxb-old' });
    await fault({ effect: 'refuse', error: 'missing_scope', match: 'conversations.kick' });
    await fault({ effect: 'refuse', error: 'restricted_action', match: '#random' });

    expect([
      (await slack('auth.test')).error,
      (await slack('conversations.kick', { channel: '#teams', user: 'U0X' })).error,
      (await slack('conversations.info', { channel: '#random' })).error,
    ]).toEqual([undefined, 'missing_scope', 'restricted_action']);
  });

  it('makes every call late, within its limits too', async () => {
    await fault({ effect: 'rate-limit', limit: 1, perSeconds: 3_600, delayMs: 40 });

    expect(await timed()).toBeGreaterThanOrEqual(39);
    expect((await slack('auth.test')).error).toBe('ratelimited');
  });

  it.each([{ effect: 'refuse' }, { error: 'invalid_auth', status: 500 }, { effect: 'refuse', error: 'No!' }])(
    'is refused as %j',
    async (body) => {
      expect((await fault(body)).status).toBe(422);
    },
  );
});
