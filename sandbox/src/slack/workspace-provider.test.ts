import { slackWorkspace, type SlackWorkspace, type SlackWorkspaceOptions } from '@guildhall/providers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
let open: SlackWorkspace[];
let slack: SlackWorkspace;
const workspace = (change: Partial<SlackWorkspaceOptions> = {}): SlackWorkspace => {
  const made = slackWorkspace({
    token: 'xoxb-sandbox',
    scimToken: 'xoxp-owner',
    state: 'sandbox',
    apiUrl: `${sandbox.url}/slack/api/`,
    scimUrl: `${sandbox.url}/slack/scim/v2`,
    perSecond: 1_000,
    ...change,
  });
  open.push(made);
  return made;
};
beforeEach(async () => {
  [sandbox, open] = [await openSandbox(), []];
  slack = workspace();
});
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  await sandbox.close();
});

const control = async (method: string, path: string, body?: unknown) => {
  const answer = await sandbox.call(method, `/sandbox/slack${path}`, body);
  return answer.status === 204 ? {} : ((await answer.json()) as Record<string, unknown>);
};
const fault = (body: object) => sandbox.call('PUT', '/sandbox/faults', { provider: 'slack', ...body });
const channel = async (name: string) => String((await control('GET', `/channels/${name}`))['id']);
const collected = async <T>(pages: AsyncIterable<readonly T[]>): Promise<(readonly T[])[]> => {
  const all = [];
  for await (const page of pages) all.push(page);
  return all;
};

describe('administering the simulated workspace, with what the platform uses', () => {
  it('tells where it is and what it may', async () => {
    expect(await slack.test()).toMatchObject({
      teamId: 'T0GUILDHALL',
      userId: 'U0GUILDBOT',
      scopes: expect.arrayContaining(['users:read.email', 'conversations:write']) as string[],
    });
  });

  it('finds people, channels and members over three pages', async () => {
    const users = Array.from({ length: 2_100 }, (_, n) => ({ email: `v${n}@x.org` }));
    const channels = Array.from({ length: 450 }, (_, n) => ({ name: `filler-${n}` }));
    await control('POST', '/users', { users, quiet: true });
    await control('POST', '/channels', { channels, quiet: true });
    await control('POST', '/channels/teams/members', { users: users.map(({ email }) => email), quiet: true });

    const members = await collected(slack.members(await channel('teams')));
    expect(members.map((page) => page.length)).toEqual([1_000, 1_000, 101]);
    expect(members.flat()).toContain('U0GUILDBOT');
    expect((await collected(slack.channels())).map((page) => page.length)).toEqual([200, 200, 58]);
    expect((await collected(slack.users())).flat().length).toBe(2_100 + 8);
    expect(await control('GET', '/calls')).toMatchObject({
      counts: { 'conversations.list': 3, 'conversations.members': 3, 'users.list': 11 },
    });
  });

  it('puts somebody in and takes them out, once each', async () => {
    const { id: dana } = (await control('POST', '/users', { email: 'dana@x.org' })) as { id: string };
    const [teams, general] = [await channel('teams'), await channel('general')];

    expect([
      (await slack.findByEmail('Dana@X.org'))?.id,
      await slack.invite(teams, dana),
      await slack.invite(teams, dana),
      await slack.remove(teams, dana),
      await slack.remove(teams, dana),
      await slack.remove(general, dana),
    ]).toEqual([dana, 'invited', 'was-in', 'removed', 'was-out', 'general']);
  });

  it('sees who was deactivated, who is a bot and who a guest', async () => {
    const seen = (await collected(slack.users())).flat();
    const emails = (is: (user: (typeof seen)[number]) => boolean) => seen.filter(is).map(({ email }) => email);

    expect([emails((one) => one.deleted), emails((one) => one.isBot), emails((one) => one.isGuest)]).toEqual([
      ['former.member@example.org'],
      ['bot@guildhall.example', 'calendar@example.org'],
      ['guest@partner.example'],
    ]);
  });

  it('deactivates an account where there is a token for it', async () => {
    const { id } = (await control('POST', '/users', { email: 'dana@x.org' })) as { id: string };

    expect(await workspace({ scimToken: undefined }).deactivate(id)).toBe('unavailable');
    expect(await slack.deactivate(id)).toBe('deactivated');
    expect(await slack.user(id)).toMatchObject({ deleted: true });
  });

  it('makes a channel that is there then', async () => {
    const made = await slack.createChannel('newcomers', true);

    expect(await slack.channel(made.id)).toEqual(made);
    expect(made).toMatchObject({ name: 'newcomers', isPrivate: true, isMember: true });
  });

  it.each([
    ['is_archived', () => control('PATCH', '/channels/teams', { isArchived: true }), 'channel'],
    ['not_in_channel', () => control('DELETE', '/channels/teams/members/bot'), 'channel'],
    ['cant_invite', () => control('PATCH', '/users/dana@x.org', { isDeleted: true }), 'user'],
    ['missing_scope', () => fault({ effect: 'refuse', error: 'missing_scope' }), 'connection'],
    ['team_access_not_granted', () => fault({ effect: 'refuse', error: 'team_access_not_granted' }), 'connection'],
    ['fatal_error', () => fault({ effect: 'refuse', error: 'fatal_error' }), 'call'],
    ['ratelimited', () => fault({ status: 429, retryAfterSeconds: 9 }), 'call'],
  ])('%s comes as what it is about', async (code, change, about) => {
    const { id: dana } = (await control('POST', '/users', { email: 'dana@x.org' })) as { id: string };
    const teams = await channel('teams');
    await change();

    await expect(slack.invite(teams, dana)).rejects.toMatchObject({ code, about });
  });

  it('keeps within what Slack publishes', async () => {
    await fault({ effect: 'rate-limit' });
    slack = workspace({ perSecond: 1 });
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, () =>
        slack.findByEmail('maya.levi@example.org').then(
          () => 'found',
          (e: Error) => e.message,
        ),
      ),
    );

    expect(new Set(outcomes)).toEqual(
      new Set(['found', 'slack-workspace takes no more users.lookupByEmail at the moment.']),
    );
  });
});
