import { describe, expect, it } from 'vitest';
import { aCaller, aService } from '../testing.ts';
import { comparing } from '../testing/access.ts';
import { listConnectionsHandler } from './list-connections.ts';
import { listUnmatchedHandler } from './list-unmatched.ts';
import { probeConnectionHandler } from './probe-connection.ts';
import { setConnectionHandler } from './set-connection.ts';
import { SystemError } from './system-error.ts';
import { testConnectionHandler } from './test-connection.ts';
import { tryOutOn } from './try-out.ts';

const world = () => {
  const parts = comparing(aService());
  const probe = probeConnectionHandler(parts);
  const sealToken = (kind: string, token: string) => Buffer.from(`sealed ${kind} ${token}`);
  const setting = setConnectionHandler({ ...parts, sealToken, tryOut: tryOutOn({ ...parts, probe }) });
  const set = (tokens: Readonly<{ token?: string; scimToken?: string }>, system = 'slack') =>
    setting({ system, ...tokens, caller: aCaller() });
  const list = listConnectionsHandler(parts);
  return { ...parts, set, list, test: testConnectionHandler({ ...parts, probe }) };
};

const refused = () => new SystemError('connection', 'invalid_auth');

describe('a token', () => {
  it('is kept sealed, and told of without what it is', async () => {
    const { set, connections } = world();
    expect(await set({ token: 'xoxb-secret' })).toMatchObject({ state: 'sandbox' });
    expect(String(connections.stored.get('slack')?.sealedToken)).toBe('sealed token xoxb-secret');
    expect(connections.said).toMatchObject([
      { type: 'audited', entry: { action: 'connection.token_set', subject: 'token' } },
    ]);
    expect(JSON.stringify(connections.said)).not.toContain('secret');
  });

  it('leaves the other one as it is, and goes when it is empty', async () => {
    const { set, connections } = world();
    await set({ token: 'xoxb-a', scimToken: 'owner' });
    await set({ token: '' });
    expect(connections.stored.get('slack')).toMatchObject({ sealedScimToken: expect.anything() });
    expect(connections.stored.get('slack')).not.toHaveProperty('sealedToken');
  });

  it('lets what was stopped go on at once', async () => {
    const { set, slack, call, connections } = world();
    await call('slack', () => Promise.reject(refused())).catch(() => undefined);
    expect(connections.stored.get('slack')).toMatchObject({ state: 'stopped', reason: 'invalid_auth' });
    expect(await set({ token: 'xoxb-new' })).toMatchObject({ state: 'sandbox' });
    expect(connections.said.map(({ type }) => type)).toContain('connection-resumed');
    expect(slack.calls).toContain('test');
  });

  it('that is refused stops the connection, with one alert', async () => {
    const { set, slack, connections } = world();
    slack.failures.set('test', refused);
    expect(await set({ token: 'xoxb-wrong' })).toMatchObject({
      state: 'stopped',
      connection: { reason: 'invalid_auth' },
    });
    await set({ token: 'xoxb-wrong-too' });
    expect(connections.said.filter(({ type }) => type === 'alert')).toHaveLength(1);
  });

  it.each([
    [{ token: 'not slack' }, 'slack', '/token'],
    [{ token: 'abc' }, 'slack', '/token'],
    [{ scimToken: 'with space' }, 'slack', '/scimToken'],
    [{ token: 'xoxb-a' }, 'google-group', '/system'],
    [{ token: 'xoxb-a' }, 'slak', '/system'],
  ])('%j of %s is refused at %s', async (tokens, system, pointer) => {
    await expect(world().set(tokens, system)).rejects.toMatchObject({ errors: [{ pointer }] });
  });
});

describe('connections', () => {
  it('are those of every system', async () => {
    expect((await world().list()).map(({ connection }) => connection.id)).toEqual([
      'slack',
      'google-group',
      'drive-folder',
      'checklist',
    ]);
  });

  it('that are tested keep how each channel is', async () => {
    const { test, inspector, books, tasks } = world();
    inspector.archived.add('C2');
    const found = await test('slack');
    expect(found).toMatchObject({ ok: false, reason: 'channels', workspace: 'Guild' });
    expect(books.current().channels.map(({ state }) => state)).toEqual(['ok', 'archived', 'ok', 'ok', 'ok']);
    expect([...tasks.stored.values()]).toMatchObject([{ kind: 'channel_broken', detail: 'archived' }]);
    inspector.archived.clear();
    expect(await test('slack')).toMatchObject({ ok: true, reason: '' });
    expect([...tasks.stored.values()]).toMatchObject([{ state: 'done' }]);
  });

  it('that are refused are told with the reason', async () => {
    const { test, inspector } = world();
    inspector.about = async () => Promise.reject(refused());
    expect(await test('slack')).toMatchObject({ ok: false, reason: 'invalid_auth', channels: [] });
  });

  it('that there is no access to are not called, and nobody is alarmed', async () => {
    const parts = comparing(aService());
    const probe = async () => undefined;
    const off = await testConnectionHandler({ ...parts, probe, stateOf: () => 'off' })('google-group');
    expect(off).toMatchObject({ ok: false, reason: 'system_off' });
    expect(parts.connections.said).toEqual([]);
  });

  it('that lack a right say which', async () => {
    const { test, inspector } = world();
    inspector.about = async () => ({ workspace: 'Guild', missingScopes: ['users:read.email'] });
    expect(await test('slack')).toMatchObject({
      ok: false,
      reason: 'missing_scope',
      missingScopes: ['users:read.email'],
    });
  });
});

describe('accounts that are nobody’s', () => {
  it('are told with whom they might be, the likeliest first, without programs and without who is gone', async () => {
    const parts = world();
    await parts.enrol('levi', 'dana@x.org');
    parts.slack.addUser('U1', 'omer@y.org', { name: 'Omer' });
    parts.slack.addUser('U2', 'dana@y.org', { name: 'Dana Levi' });
    parts.slack.addUser('U3', 'bot@y.org', { isBot: true });
    parts.slack.addUser('U4', 'gone@y.org', { deleted: true });
    expect(await listUnmatchedHandler(parts)()).toMatchObject([
      { account: { id: 'U2' }, suggestions: [{ volunteerId: 'levi', likeness: 95 }] },
      { account: { id: 'U1' }, suggestions: [] },
    ]);
  });

  it('are not those of volunteers, here or gone', async () => {
    const parts = world();
    parts.slack.addUser('U1', 'dana@x.org');
    await parts.enrol('dana', 'dana@x.org');
    await parts.settleAll();
    expect(await listUnmatchedHandler(parts)()).toEqual([]);
  });
});
