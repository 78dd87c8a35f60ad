import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
let dana: string;
beforeAll(async () => {
  sandbox = await openSandbox();
  const answer = await sandbox.call('POST', '/sandbox/slack/users', { email: 'dana@x.org' });
  dana = ((await answer.json()) as { id: string }).id;
});
afterAll(() => sandbox.close());

const scim = async (method: string, id: string, body?: unknown, token = 'xoxp-owner') => {
  const answer = await fetch(`${sandbox.url}/slack/scim/v2/Users/${id}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return [answer.status, text === '' ? undefined : (JSON.parse(text) as unknown)] as const;
};
const active = (value: unknown, path?: string) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op: 'replace', ...(path && { path }), value }],
});

describe('SCIM', () => {
  it('shows an account', async () => {
    expect(await scim('GET', dana)).toEqual([
      200,
      {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        id: dana,
        userName: 'dana',
        displayName: 'Dana',
        active: true,
        emails: [{ value: 'dana@x.org', primary: true }],
      },
    ]);
  });

  it('deactivates an account, once or twice, and activates it again', async () => {
    expect(await scim('DELETE', dana)).toEqual([204, undefined]);
    expect((await scim('DELETE', dana))[0]).toBe(204);
    expect(await scim('GET', dana)).toMatchObject([200, { active: false }]);
    expect(await scim('PATCH', dana, active(true, 'active'))).toMatchObject([200, { active: true }]);
    expect(await scim('PATCH', dana, active({ active: false }))).toMatchObject([200, { active: false }]);

    const { events } = (await (await sandbox.call('GET', '/sandbox/slack-events')).json()) as {
      events: { event: { type: string; user: { deleted: boolean } } }[];
    };
    expect(events.map(({ event }) => [event.type, event.user.deleted])).toEqual([
      ['team_join', false],
      ['user_change', true],
      ['user_change', false],
      ['user_change', true],
    ]);
  });

  it.each([
    ['GET', 'U0NOBODY00', undefined, 'xoxp-owner', 404],
    ['GET', 'dana', undefined, 'xoxb-bot', 401],
    ['DELETE', 'dana', undefined, 'xoxp-revoked', 401],
    ['PATCH', 'dana', {}, 'xoxp-owner', 400],
    ['PATCH', 'dana', active('perhaps', 'active'), 'xoxp-owner', 400],
  ])('%s %s %j with %s is refused', async (method, who, body, token, status) => {
    const [answered, told] = await scim(method, who === 'dana' ? dana : who, body, token);

    expect([answered, told]).toMatchObject([
      status,
      { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status) },
    ]);
  });

  it('fails as it is told to, and is counted', async () => {
    await sandbox.call('DELETE', '/sandbox/slack/calls');
    await sandbox.call('PUT', '/sandbox/faults', {
      provider: 'slack',
      match: '/scim/',
      status: 429,
      retryAfterSeconds: 7,
      times: 1,
    });
    expect((await scim('DELETE', dana))[0]).toBe(429);

    const calls = await (await sandbox.call('GET', '/sandbox/slack/calls')).json();
    expect(calls).toEqual({ total: 1, counts: { 'scim.users.delete': 1 } });
  });
});
