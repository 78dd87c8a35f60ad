import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignTenant, homeTenant } from '../oauth/service-user.ts';
import { agree, redeem } from '../oauth/testing.ts';
import { openSandbox, type TestSandbox } from '../testing.ts';

const [consent, tokens] = ['/microsoft/common/oauth2/v2.0/authorize', '/microsoft/common/oauth2/v2.0/token'];
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

async function signIn(user: string) {
  const url = await agree(sandbox, consent, { sandbox_user: user });
  const answer = await redeem(sandbox, tokens, url.searchParams.get('code') ?? '');
  return (await answer.json()) as { id_token: string; access_token: string };
}

async function tokenFor(user: string, wanted: object): Promise<string> {
  const answer = await sandbox.call('POST', `/sandbox/service-users/microsoft/${user}/tokens`, wanted);
  return ((await answer.json()) as { token: string }).token;
}

const me = (token: string) => fetch(`${sandbox.url}/graph/v1.0/me`, { headers: { authorization: `Bearer ${token}` } });

describe('Microsoft in the sandbox', () => {
  it('signs for the tenant that somebody belongs to', async () => {
    const { id_token: idToken } = await signIn('ada');
    const keys = createRemoteJWKSet(new URL(`${sandbox.url}/microsoft/common/discovery/v2.0/keys`));
    const issuer = `${sandbox.url}/microsoft/${homeTenant}/v2.0`;
    const { payload } = await jwtVerify(idToken, keys, { issuer, audience: 'guildhall' });
    expect(payload).toMatchObject({ tid: homeTenant, preferred_username: 'ada@example.org', nonce: 'a-nonce' });
  });

  it('has a stranger who claims the address of another', async () => {
    expect(decodeJwt((await signIn('mallory')).id_token)).toMatchObject({
      tid: foreignTenant,
      email: 'ada@example.org',
    });
  });

  it('tells by Graph who bears a token', async () => {
    const { access_token: token } = await signIn('ada');
    expect(await (await me(token)).json()).toMatchObject({ givenName: 'Ada', mail: 'ada@example.org' });
  });

  it('knows people without a mailbox', async () => {
    const token = await tokenFor('no-mailbox', { appId: 'app' });
    expect(await (await me(token)).json()).toMatchObject({ mail: null, userPrincipalName: 'alan@example.org' });
  });

  it.each(['nonsense', 'a.b.c'])('refuses the token %s in the words of Graph', async (token) => {
    const answer = await me(token);
    expect([answer.status, await answer.json()]).toMatchObject([
      401,
      { error: { code: 'InvalidAuthenticationToken' } },
    ]);
  });

  it('refuses a token that is over', async () => {
    expect((await me(await tokenFor('ada', { appId: 'app', lifeSeconds: -1 }))).status).toBe(401);
  });

  it('gives the app a token of its own', async () => {
    const answer = await redeem(sandbox, tokens, '', { grant_type: 'client_credentials' });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    expect(decodeJwt(token)).toMatchObject({ idtyp: 'app', appid: 'guildhall' });
  });
});

describe('/sandbox/service-users', () => {
  it('lists who has an account, and takes more', async () => {
    await sandbox.call('PUT', '/sandbox/service-users/zoom/tim', { email: 'tim@example.net' });
    const answer = await sandbox.call('GET', '/sandbox/service-users/zoom');
    const { users } = (await answer.json()) as { users: { key: string; email: string }[] };
    expect(users.at(-1)).toMatchObject({ key: 'tim', email: 'tim@example.net', firstName: 'Tim' });
  });

  it.each([
    ['PUT', '/sandbox/service-users/fax/tim', {}, 404, '#/service'],
    ['PUT', '/sandbox/service-users/zoom/tim', { email: 'nowhere' }, 422, '#/email'],
    ['PUT', '/sandbox/service-users/zoom/tim', { shoeSize: 9 }, 422, '#/shoeSize'],
    ['POST', '/sandbox/service-users/microsoft/ada/tokens', {}, 422, '#/appId'],
  ])('answers %s %s of %j with what is wrong', async (method, path, body, status, pointer) => {
    const answer = await sandbox.call(method, path, body);
    const problem = (await answer.json()) as { errors: { pointer: string }[] };
    expect([answer.status, problem.errors.map((one) => one.pointer)]).toEqual([status, [pointer]]);
  });

  it('knows no token of nobody', async () => {
    const answer = await sandbox.call('POST', '/sandbox/service-users/microsoft/nobody/tokens', { appId: 'app' });
    expect(answer.status).toBe(404);
  });
});
