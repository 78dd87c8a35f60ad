import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackWorkspace, type SlackWorkspace, type SlackWorkspaceOptions } from './slack-workspace.ts';
import { type FakeAnswer, type FakeCall, type HttpFake, httpFake } from './testing.ts';

let vendor: HttpFake;
let open: SlackWorkspace[];
let slack: SlackWorkspace;

const workspace = (change: Partial<SlackWorkspaceOptions> = {}): SlackWorkspace => {
  const made = slackWorkspace({
    token: 'xoxb-secret',
    state: 'sandbox',
    apiUrl: `${vendor.url}/api/`,
    scimUrl: `${vendor.url}/scim/v2`,
    perSecond: 100,
    ...change,
  });
  open.push(made);
  return made;
};

beforeEach(async () => {
  [vendor, open] = [await httpFake(), []];
  slack = workspace();
});
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  await vendor.close();
});

const methodOf = ({ path }: FakeCall) => path.split('/').at(-1) ?? '';
const formOf = ({ body }: FakeCall) => Object.fromEntries(new URLSearchParams(body));
const say = (answers: Readonly<Record<string, FakeAnswer>>): void =>
  vendor.answer((call) => answers[methodOf(call)] ?? { body: { ok: false, error: 'unknown_method' } });
const ok = (body: object): FakeAnswer => ({ body: { ok: true, ...body } });
const no = (error: string): FakeAnswer => ({ body: { ok: false, error } });
const called = () => vendor.calls.map(methodOf);
const collected = async <T>(pages: AsyncIterable<readonly T[]>): Promise<(readonly T[])[]> => {
  const all = [];
  for await (const page of pages) all.push(page);
  return all;
};

const ada = {
  id: 'U0ADA',
  name: 'ada',
  real_name: 'Ada Lovelace',
  deleted: false,
  is_bot: false,
  profile: { email: 'Ada@Example.org' },
};
const teams = { id: 'C0TEAMS', name: 'teams', is_private: false, is_archived: false, is_member: true };

describe('the connection', () => {
  it('is tested: where we are, as whom, and what we may do', async () => {
    vendor.answer({
      headers: { 'x-oauth-scopes': 'users:read, users:read.email' },
      body: { ok: true, team_id: 'T0ONE', team: 'One', user_id: 'U0BOT' },
    });

    expect(await slack.test()).toEqual({
      teamId: 'T0ONE',
      team: 'One',
      userId: 'U0BOT',
      scopes: ['users:read', 'users:read.email'],
    });
    expect(vendor.calls[0]?.headers.authorization).toBe('Bearer xoxb-secret');
  });

  it('uses the token of the moment, so that a new one mends it at once', async () => {
    let token = 'xoxb-old';
    vendor.answer(({ headers }) =>
      headers.authorization === 'Bearer xoxb-new' ? ok({ user: ada }) : no('token_revoked'),
    );
    slack = workspace({ token: async () => token });
    await expect(slack.user('U0ADA')).rejects.toMatchObject({ about: 'connection', code: 'token_revoked' });
    await expect(slack.user('U0ADA')).rejects.toMatchObject({ about: 'connection', attempted: false });
    expect([vendor.calls.length, slack.state()]).toEqual([1, 'failing']);
    token = 'xoxb-new';

    expect(await slack.user('U0ADA')).toMatchObject({ id: 'U0ADA' });
    expect(slack.state()).toBe('sandbox');
  });

  it('fails as such when nobody knows the token', async () => {
    slack = workspace({ token: () => Promise.reject(new Error('the vault is closed')) });

    await expect(slack.test()).rejects.toMatchObject({ about: 'connection', permanent: false });
    expect(vendor.calls).toEqual([]);
  });
});

describe('somebody in the workspace', () => {
  it('is found by their address, with what there is to know of them', async () => {
    say({ 'users.lookupByEmail': ok({ user: ada }) });

    expect(await slack.findByEmail('ada@example.org')).toEqual({
      id: 'U0ADA',
      email: 'ada@example.org',
      name: 'ada',
      realName: 'Ada Lovelace',
      deleted: false,
      isBot: false,
      isGuest: false,
    });
    expect(formOf(vendor.calls[0]!)).toEqual({ email: 'ada@example.org' });
  });

  it('is nobody only where Slack says so', async () => {
    say({ 'users.lookupByEmail': no('users_not_found'), 'users.info': no('user_not_found') });

    expect([await slack.findByEmail('a@x.org'), await slack.user('U0X')]).toEqual([undefined, undefined]);
  });

  it.each(['ratelimited', 'invalid_auth', 'missing_scope', 'internal_error', 'user_not_found'])(
    'is not taken for nobody over %s',
    async (code) => {
      say({ 'users.lookupByEmail': no(code) });

      await expect(slack.findByEmail('a@x.org')).rejects.toMatchObject({ code });
    },
  );

  it.each([
    [{ deleted: true }, { deleted: true }],
    [{ is_bot: true }, { isBot: true }],
    [{ id: 'USLACKBOT' }, { isBot: true }],
    [{ is_restricted: true }, { isGuest: true }],
    [{ is_ultra_restricted: true }, { isGuest: true }],
    [{ profile: {} }, { email: '' }],
  ])('with %j is %j', async (change, expected) => {
    say({ 'users.info': ok({ user: { ...ada, ...change } }) });

    expect(await slack.user('U0ADA')).toMatchObject(expected);
  });
});

describe('pages', () => {
  const pagesOf = (name: string, pages: readonly (readonly unknown[])[]) =>
    vendor.answer((call) => {
      const from = Number(formOf(call)['cursor'] ?? 0);
      const next = from + 1 < pages.length ? String(from + 1) : '';
      return ok({ [name]: pages[from], response_metadata: { next_cursor: next } });
    });

  it('of people follow the cursor to the end', async () => {
    const people = ['U01', 'U02', 'U03'].map((id) => ({ ...ada, id }));
    pagesOf('members', [people.slice(0, 2), [], people.slice(2)]);

    const pages = await collected(slack.users());

    expect(pages.map((page) => page.map(({ id }) => id))).toEqual([['U01', 'U02'], [], ['U03']]);
    expect(vendor.calls.map(formOf)).toEqual([
      { limit: '200' },
      { limit: '200', cursor: '1' },
      { limit: '200', cursor: '2' },
    ]);
  });

  it('of channels have the private ones and none that is archived', async () => {
    const open = ['C01', 'C02', 'C03'].map((id) => ({ ...teams, id }));
    pagesOf(
      'channels',
      open.map((one) => [one]),
    );

    expect((await collected(slack.channels())).flat()).toHaveLength(3);
    expect(formOf(vendor.calls[0]!)).toEqual({
      types: 'public_channel,private_channel',
      exclude_archived: 'true',
      limit: '200',
    });
  });

  it('of members are of a thousand', async () => {
    pagesOf('members', [['U01', 'U02'], ['U03'], ['U04']]);

    expect(await collected(slack.members('C01'))).toEqual([['U01', 'U02'], ['U03'], ['U04']]);
    expect(formOf(vendor.calls[2]!)).toEqual({ channel: 'C01', limit: '1000', cursor: '2' });
  });

  it('are asked for again where Slack only wants us to slow down', async () => {
    let calls = 0;
    vendor.answer(() => {
      calls += 1;
      if (calls === 2)
        return { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } };
      return ok({ members: [`U0${calls}`], response_metadata: { next_cursor: calls === 1 ? 'more' : '' } });
    });

    expect((await collected(slack.members('C01'))).flat()).toEqual(['U01', 'U03']);
  });

  it.each([
    [{ members: [7] }],
    [{ members: {} }],
    [{}],
    [{ members: ['U01'], response_metadata: { next_cursor: 'round' } }],
  ])('that make no sense (%j) are no short list', async (answer) => {
    vendor.answer(ok(answer));

    await expect(collected(slack.members('C01'))).rejects.toMatchObject({ about: 'call', permanent: false });
  });
});

describe('channels', () => {
  it('are found by their id', async () => {
    say({ 'conversations.info': ok({ channel: { ...teams, is_private: true } }) });

    expect(await slack.channel('C0TEAMS')).toEqual({
      id: 'C0TEAMS',
      name: 'teams',
      isPrivate: true,
      isArchived: false,
      isMember: true,
    });
    say({ 'conversations.info': no('channel_not_found') });
    expect(await slack.channel('C0NONE')).toBeUndefined();
  });

  it('are made', async () => {
    say({ 'conversations.create': ok({ channel: teams }) });

    expect(await slack.createChannel('teams', true)).toMatchObject({ id: 'C0TEAMS', name: 'teams' });
    expect(formOf(vendor.calls[0]!)).toEqual({ name: 'teams', is_private: 'true' });
  });

  it('that cannot be made say why', async () => {
    say({ 'conversations.create': no('name_taken') });

    await expect(slack.createChannel('teams', false)).rejects.toMatchObject({ about: 'channel', code: 'name_taken' });
  });
});

describe('somebody in a channel', () => {
  it.each([
    [ok({ channel: teams }), 'invited'],
    [no('already_in_channel'), 'was-in'],
  ])('after %j is in (%s)', async (answer, expected) => {
    say({ 'conversations.invite': answer });

    expect(await slack.invite('C0TEAMS', 'U0ADA')).toBe(expected);
    expect(formOf(vendor.calls[0]!)).toEqual({ channel: 'C0TEAMS', users: 'U0ADA' });
  });

  it.each([
    ['is_archived', 'channel'],
    ['cant_invite', 'user'],
    ['not_in_channel', 'channel'],
    ['token_revoked', 'connection'],
    ['fatal_error', 'call'],
  ])('is not put in over %s, which is about the %s', async (code, about) => {
    say({ 'conversations.invite': no(code) });

    await expect(slack.invite('C0TEAMS', 'U0ADA')).rejects.toMatchObject({ code, about });
    expect(vendor.calls).toHaveLength(1);
  });

  it.each([
    [ok({}), 'removed'],
    [no('cant_kick_from_general'), 'general'],
  ])('after %j is told of as %s', async (answer, expected) => {
    say({ 'conversations.kick': answer });

    expect(await slack.remove('C0TEAMS', 'U0ADA')).toBe(expected);
    expect(called()).toEqual(['conversations.kick']);
  });

  it('was out already where our app can tell', async () => {
    say({ 'conversations.kick': no('not_in_channel'), 'conversations.info': ok({ channel: teams }) });

    expect(await slack.remove('C0TEAMS', 'U0ADA')).toBe('was-out');
  });

  it.each([ok({ channel: { ...teams, is_member: false } }), no('channel_not_found')])(
    'is not known to be out where it is our app that is not in the channel: %j',
    async (info) => {
      say({ 'conversations.kick': no('not_in_channel'), 'conversations.info': info });

      await expect(slack.remove('C0TEAMS', 'U0ADA')).rejects.toMatchObject({
        about: 'channel',
        code: 'not_in_channel',
      });
    },
  );

  it('is tried once when Slack is silent', async () => {
    slack = workspace({ timeLimitMs: 50 });
    vendor.answer('hang');

    await expect(slack.invite('C0TEAMS', 'U0ADA')).rejects.toMatchObject({
      about: 'call',
      permanent: false,
      outage: true,
    });
    expect(vendor.calls).toHaveLength(1);
  });
});

describe('an account', () => {
  it('is deactivated by SCIM, with a token of its own', async () => {
    slack = workspace({ scimToken: 'xoxp-scim' });
    vendor.answer({ status: 204, body: '' });

    expect(await slack.deactivate('U0ADA')).toBe('deactivated');
    expect(vendor.calls[0]).toMatchObject({
      path: '/scim/v2/Users/U0ADA',
      headers: { authorization: 'Bearer xoxp-scim' },
    });
  });

  it('is deactivated with the token of the moment, and by nobody while there is none', async () => {
    let token: string | undefined;
    slack = workspace({ scimToken: async () => token });
    vendor.answer({ status: 204, body: '' });

    expect(await slack.deactivate('U0ADA')).toBe('unavailable');
    token = 'xoxp-later';
    expect(await slack.deactivate('U0ADA')).toBe('deactivated');
    expect(vendor.calls).toMatchObject([{ headers: { authorization: 'Bearer xoxp-later' } }]);
  });

  it('stays where there is no token for it', async () => {
    expect(await slack.deactivate('U0ADA')).toBe('unavailable');
    expect(vendor.calls).toEqual([]);
  });

  it.each([
    [404, { about: 'user', code: 'user_not_found', permanent: true }],
    [401, { about: 'connection', account: true }],
    [403, { about: 'connection', account: true }],
    [429, { about: 'call', attempted: false, retryAfterSeconds: 9 }],
    [500, { about: 'call', permanent: false, outage: true }],
  ])('that SCIM answers with %i is told of', async (status, expected) => {
    slack = workspace({ scimToken: 'xoxp-scim' });
    vendor.answer({ status, headers: { 'retry-after': '9' }, body: '' });

    await expect(slack.deactivate('U0ADA')).rejects.toMatchObject(expected);
  });

  it('without SCIM’s consent leaves everything else as it is', async () => {
    slack = workspace({ scimToken: 'xoxp-scim' });
    vendor.answer(({ path }) => (path.includes('scim') ? { status: 401 } : ok({ user: ada })));
    await expect(slack.deactivate('U0ADA')).rejects.toMatchObject({ about: 'connection' });

    expect(await slack.user('U0ADA')).toMatchObject({ id: 'U0ADA' });
  });
});
