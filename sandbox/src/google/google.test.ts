import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agree, redeem, visit } from '../oauth/testing.ts';
import { openSandbox, type TestSandbox } from '../testing.ts';

const [consent, tokens] = ['/google/o/oauth2/v2/auth', '/google/token'];
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const codeOf = async (user = 'ada'): Promise<string> =>
  (await agree(sandbox, consent, { sandbox_user: user })).searchParams.get('code') ?? '';

type Tokens = { id_token: string; access_token: string };

describe('Google in the sandbox', () => {
  it('shows who one may be there, and posts nothing elsewhere', async () => {
    const answer = await visit(sandbox, consent);
    const page = await answer.text();
    expect(page).toContain('Ada Lovelace');
    expect(page).toContain('sandbox_user=grace');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('sends the browser back with a code and the state', async () => {
    const url = await agree(sandbox, consent, { sandbox_user: 'ada' });
    expect([url.origin + url.pathname, url.searchParams.get('state')]).toEqual([
      'http://localhost:8080/oidc/callback',
      'a-state',
    ]);
  });

  it('sends a refusal back when somebody does not agree', async () => {
    const url = await agree(sandbox, consent, { sandbox_error: 'access_denied' });
    expect([url.searchParams.get('error'), url.searchParams.get('code')]).toEqual(['access_denied', null]);
  });

  it('tells by a signed token who it was', async () => {
    const answer = await redeem(sandbox, tokens, await codeOf());
    const { id_token: idToken } = (await answer.json()) as Tokens;
    const keys = createRemoteJWKSet(new URL(`${sandbox.url}/google/oauth2/v3/certs`));
    const { payload } = await jwtVerify(idToken, keys, { issuer: `${sandbox.url}/google`, audience: 'guildhall' });
    expect(payload).toMatchObject({ email: 'ada@example.org', email_verified: true, nonce: 'a-nonce' });
  });

  it('tells the same by the access token', async () => {
    const { access_token: token } = (await (await redeem(sandbox, tokens, await codeOf())).json()) as Tokens;
    const headers = { authorization: `Bearer ${token}` };
    const profile = await fetch(`${sandbox.url}/google/v1/userinfo`, { headers });
    expect(await profile.json()).toMatchObject({ given_name: 'Ada', family_name: 'Lovelace' });
  });

  it('takes a code once', async () => {
    const code = await codeOf();
    const both = [await redeem(sandbox, tokens, code), await redeem(sandbox, tokens, code)];
    expect(both.map(({ status }) => status)).toEqual([200, 400]);
    expect(await both[1]?.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it.each([
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 400, 'invalid_grant'],
    ['another address', { redirect_uri: 'http://elsewhere.example/' }, 400, 'redirect_uri_mismatch'],
    ['another client', { client_id: 'other' }, 401, 'invalid_client'],
    ['no secret', { client_secret: '' }, 401, 'invalid_client'],
    ['another type of grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('refuses %s', async (_what, change, status, error) => {
    const answer = await redeem(sandbox, tokens, await codeOf(), change);
    expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([status, error]);
  });

  it.each([{ client_id: '' }, { scope: 'email' }, { redirect_uri: 'nowhere' }, { code_challenge_method: 'plain' }])(
    'refuses the request %j on a page, never by a redirect',
    async (change) => {
      const answer = await visit(sandbox, consent, { ...change, sandbox_user: 'ada' });
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    },
  );

  it('lets somebody else be typed in', async () => {
    const url = await agree(sandbox, consent, { sandbox_email: 'zoe@example.net' });
    const answer = await redeem(sandbox, tokens, url.searchParams.get('code') ?? '');
    const { access_token: token } = (await answer.json()) as Tokens;
    const profile = await fetch(`${sandbox.url}/google/v1/userinfo`, { headers: { authorization: `Bearer ${token}` } });
    expect(await profile.json()).toMatchObject({ email: 'zoe@example.net', sub: 'typed-zoe@example.net' });
  });

  it('fails as it is told to', async () => {
    await sandbox.call('PUT', '/sandbox/faults', { provider: 'google', status: 503, times: 1, match: '/token' });
    expect((await redeem(sandbox, tokens, await codeOf())).status).toBe(503);
    expect((await redeem(sandbox, tokens, await codeOf())).status).toBe(200);
  });

  it('signs with another key when told to, and still publishes the former one', async () => {
    const keys = async () => {
      const answer = await fetch(`${sandbox.url}/google/oauth2/v3/certs`);
      return ((await answer.json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
    };
    const [before] = await keys();
    await sandbox.call('POST', '/sandbox/service-users/keys/rotate');
    const after = await keys();
    expect(after).toHaveLength(2);
    expect(after.indexOf(before ?? '')).toBe(1);
  });
});
