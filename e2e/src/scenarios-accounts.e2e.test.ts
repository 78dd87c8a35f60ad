import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { prove } from './platform/contacts.ts';
import { newDevice } from './platform/device.ts';
import { environment } from './platform/environment.ts';
import { ask, content, type Reply } from './platform/http.ts';
import { memberWith, newcomer, newEmail, patiently, type Person, withToken } from './platform/people.ts';
import { breakProvider, clock, messagesTo, nextMessage } from './platform/sandbox.ts';
import { goTo, userAt } from './platform/service-users.ts';
import { move, newSite } from './platform/sites.ts';
import { unique } from './platform/unique.ts';

const password = 'correct horse battery';
const post = <T = Record<string, unknown>>(path: string, body: object, device = newDevice()): Promise<Reply<T>> =>
  patiently(() => device.call<T>('POST', `/api/auth/${path}`, { body }));

/** Somebody with a password. */
async function withPassword(): Promise<string> {
  const email = newEmail().value;
  content(await post('accounts', { email, password, firstName: 'Ana', lastName: 'Bell' }), 202);
  const { text } = await nextMessage('email', email);
  content(await post('accounts/confirm', { token: /\/confirm\/([\w-]+)/.exec(text)?.[1] }));
  return email;
}

describe('an account', () => {
  it('T1: opens by its password with one session, in a cookie that only this platform reads', async () => {
    const email = await withPassword();
    const device = newDevice();
    const reply = await post('login', { email: ` ${email.toUpperCase()} `, password }, device);
    expect(content(reply)).toMatchObject({ person: { contacts: [{ value: email }] } });
    expect(reply.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/);
    type Sessions = Readonly<{ sessions: readonly object[] }>;
    expect(content(await device.call<Sessions>('GET', '/api/auth/sessions')).sessions).toHaveLength(1);
  });

  it('T1: does not open by another password, and gives no cookie for it', async () => {
    const email = await withPassword();
    const device = newDevice();
    const reply = await post('login', { email, password: 'another password' }, device);
    expect([reply.status, reply.json]).toMatchObject([401, { code: 'identity.bad_credentials' }]);
    expect(device.cookie()).toBe('');
  });

  it('T1: is locked for a while after many wrong passwords, for the right one too', async () => {
    const email = await withPassword();
    let last = 0;
    for (let tries = 0; tries < 20 && last !== 423; tries += 1) {
      const reply = await newDevice().call('POST', '/api/auth/login', { body: { email, password: `wrong ${tries}` } });
      last = reply.status;
      if (last === 429) await clock.advance(1 + Number(reply.headers.get('retry-after')));
    }
    expect(last).toBe(423);
    const right = await newDevice().call('POST', '/api/auth/login', { body: { email, password } });
    expect([right.status, right.json]).toMatchObject([423, { code: 'identity.account_locked' }]);
    await clock.advance(1 + Number(right.headers.get('retry-after')));
    content(await newDevice().call('POST', '/api/auth/login', { body: { email, password } }));
  });

  it('T4: is not made twice, however the address is written, and nobody is mailed', async () => {
    const email = await withPassword();
    const mails = await messagesTo('email', email);
    const body = { email: `  ${email.toUpperCase()} `, password, firstName: 'Ana', lastName: 'Bell' };
    const again = await post('accounts', body);
    expect([again.status, again.json]).toMatchObject([409, { code: 'identity.user_exists' }]);
    expect(await messagesTo('email', email)).toHaveLength(mails.length);
  });

  it.each(['short', 'password123456', 'aaaaaaaaaaaaaaaa'])('is not made with a weak password: %s', async (weak) => {
    const body = { email: newEmail().value, password: weak, firstName: 'Ana', lastName: 'Bell' };
    const refused = await post('accounts', body);
    expect(refused.status).toBeOneOf([400, 422]);
  });
});

describe('T5: signing in through Google', () => {
  it('T5: asks with a challenge, a state and a nonce that nobody can guess', async () => {
    type Begun = Readonly<{ authorizeUrl: string; browserSecret: string }>;
    const { authorizeUrl } = content(await post<Begun>('oidc/google/start', { next: '/profile' }));
    const asked = new URL(authorizeUrl).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' });
    expect(asked.get('state')?.length).toBeGreaterThanOrEqual(43);
    expect(asked.get('nonce')?.length).toBeGreaterThanOrEqual(22);
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(asked.get('code_challenge')).not.toBe(createHash('sha256').update('').digest('base64url'));
  });

  it('T5: comes back once, and only to the browser that left', async () => {
    const { key } = await userAt('google');
    type Begun = Readonly<{ authorizeUrl: string; browserSecret: string }>;
    const { authorizeUrl, browserSecret } = content(await post<Begun>('oidc/google/start', { next: '/' }));
    const back = await ask(`${authorizeUrl}&sandbox_user=${key}`, 'GET');
    const query = Object.fromEntries(new URL(back.headers.get('location') ?? 'about:blank').searchParams);
    const stolen = await post('oidc/callback', { ...query, browserSecret: unique(43) });
    expect(stolen.json).toMatchObject({ code: 'identity.oauth_state_invalid' });
    content(await post('oidc/callback', { ...query, browserSecret }));
    const again = await post('oidc/callback', { ...query, browserSecret });
    expect(again.json).toMatchObject({ code: 'identity.oauth_state_invalid' });
  });

  it('T5: the token call carries the verifier of that challenge, which is written down nowhere', async () => {
    const { key } = await userAt('google');
    type Begun = Readonly<{ authorizeUrl: string; browserSecret: string }>;
    const { authorizeUrl, browserSecret } = content(await post<Begun>('oidc/google/start', { next: '/' }));
    const back = async () => {
      const { headers } = await ask(`${authorizeUrl}&sandbox_user=${key}`, 'GET');
      return Object.fromEntries(new URL(headers.get('location') ?? 'about:blank').searchParams);
    };
    // The stand-in takes a code with the verifier of its challenge only, as Google does.
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code: (await back())['code'] ?? '',
      redirect_uri: new URL(authorizeUrl).searchParams.get('redirect_uri') ?? '',
      code_verifier: unique(43),
      client_id: 'guildhall',
      client_secret: 'sandbox',
    });
    const guessed = await ask(`${environment.sandboxUrl}/google/token`, 'POST', {
      body: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([guessed.status, guessed.json]).toMatchObject([400, { error: 'invalid_grant' }]);
    const device = newDevice();
    content(await post('oidc/callback', { ...(await back()), browserSecret }, device));
    expect(device.cookie()).not.toBe('');
    expect(await readFile(environment.logFile, 'utf8')).not.toMatch(/code_?verifier/i);
  });

  it('T7: refused there changes nothing here', async () => {
    const device = newDevice();
    expect(content(await goTo(device, 'google', 'sandbox_error=access_denied'))).toMatchObject({ status: 'denied' });
    expect((await device.call('GET', '/api/auth/session')).status).toBe(401);
  });
});

describe('scenarios 14 and 15: an app with a Microsoft token', () => {
  const tokenFor = async (key: string, more: object = {}): Promise<string> => {
    const url = `${environment.sandboxUrl}/sandbox/service-users/microsoft/${key}/tokens`;
    return content(await ask<{ token: string }>(url, 'POST', { body: { appId: 'guildhall', ...more } }), 201).token;
  };

  it('14: while Microsoft does not answer, nothing is made and it is told so', async () => {
    const { key, email } = await userAt('microsoft');
    const token = await tokenFor(key);
    const mend = await breakProvider({ provider: 'microsoft', match: '/me', status: 503 });
    try {
      const refused = await post('microsoft', { token });
      expect([refused.status, refused.json]).toMatchObject([503, { code: 'identity.provider_unavailable' }]);
    } finally {
      await mend();
    }
    type Accepted = Readonly<{ person: Person }>;
    expect(content(await post<Accepted>('microsoft', { token })).person.contacts).toMatchObject([{ value: email }]);
  });

  it('14: when Microsoft takes longer than three seconds nothing is made, and nobody waits longer', async () => {
    const { key } = await userAt('microsoft');
    const token = await tokenFor(key);
    const mend = await breakProvider({ provider: 'microsoft', match: '/me', delayMs: 9_000 });
    try {
      const startedAt = performance.now();
      const refused = await newDevice().call('POST', '/api/auth/microsoft', { body: { token } });
      expect([refused.status, refused.json]).toMatchObject([503, { code: 'identity.provider_unavailable' }]);
      const tookMs = performance.now() - startedAt;
      expect(tookMs).toBeGreaterThan(2_500);
      expect(tookMs).toBeLessThan(6_000);
    } finally {
      await mend();
    }
  });

  it.each([
    ['for another app', { appId: 'somebody-elses' }],
    ['for another audience', { audience: 'https://management.azure.com' }],
  ])('15: a token %s opens nothing', async (_name, more) => {
    const { key } = await userAt('microsoft');
    const refused = await post('microsoft', { token: await tokenFor(key, more) });
    expect([refused.status, refused.json]).toMatchObject([401, { code: 'identity.microsoft_token_invalid' }]);
  });

  it('15: a token that is over opens nothing', async () => {
    const { key } = await userAt('microsoft');
    const token = await tokenFor(key, { lifeSeconds: 60 });
    await clock.advance(600);
    expect((await post('microsoft', { token })).status).toBe(401);
  });

  it('15: a token that was changed opens nothing', async () => {
    const { key } = await userAt('microsoft');
    const [header, payload = '', signature] = (await tokenFor(key)).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, oid: 'somebody-else' })).toString('base64url');
    expect((await post('microsoft', { token: `${header}.${forged}.${signature}` })).status).toBe(401);
  });
});

describe('tokens of an app', () => {
  type Tokens = Readonly<{ accessToken: string; refreshToken: string; expiresAt: string }>;
  const whoIs = async (token: string): Promise<number> =>
    (await newDevice({ token }).call('GET', '/api/people/me')).status;

  it('are renewed each quarter of an hour, and a refresh token that was used twice ends them all', async () => {
    const { device } = await newcomer();
    const first = content(await post<Tokens>('app-tokens', { device: 'Phone' }, device), 201);
    expect(await whoIs(first.accessToken)).toBe(200);
    await clock.moveTo(new Date(Date.parse(first.expiresAt) + 1_000));
    expect(await whoIs(first.accessToken)).toBe(401);
    const { refreshToken } = first;
    const second = content(await post<Tokens>('app-tokens/refresh', { refreshToken }));
    expect(await whoIs(second.accessToken)).toBe(200);
    await clock.advance(300);
    const stolen = await post('app-tokens/refresh', { refreshToken });
    expect([stolen.status, stolen.json]).toMatchObject([401, { code: 'identity.refresh_token_unusable' }]);
    await expect.poll(() => whoIs(second.accessToken)).toBe(401);
  });
});

describe('scenario 16: a phone that changes hands', () => {
  it('16: is the contact of who has it now, and of nobody else', async () => {
    const site = await newSite();
    const [ada, cy] = [await newcomer('Ada', 'Lovelace'), await newcomer('Cy', 'Clay')];
    const pushToken = `P-${unique()}`;
    const hand = async ({ device }: typeof ada) =>
      content(await device.call('POST', '/api/register/app/status', { body: { siteId: site.id, pushToken } }));
    const pushOf = async ({ device }: typeof ada): Promise<number> =>
      content(await device.call<Person>('GET', '/api/people/me')).contacts.filter(({ method }) => method === 'push')
        .length;
    await hand(ada);
    await vi.waitFor(async () => expect([await pushOf(ada), await pushOf(cy)]).toEqual([1, 0]), 10_000);
    await hand(cy);
    await vi.waitFor(async () => expect([await pushOf(ada), await pushOf(cy)]).toEqual([0, 1]), 10_000);
  });
});

describe('a proof of who one is', () => {
  it('counts for a quarter of an hour, and not on another device', async () => {
    const admin = await memberWith(['administrator']);
    const target = await memberWith(['member']);
    const look = (device = admin.device) => device.call('GET', `/api/people/${target.person.id}/export`);
    await clock.advance(16 * 60);
    expect((await look()).json).toMatchObject({ code: 'identity.reauthentication_required' });
    const program = await withToken(admin);
    await prove(admin);
    expect((await look()).status).toBe(200);
    expect((await look(program)).json).toMatchObject({ code: 'identity.reauthentication_required' });
    await clock.advance(16 * 60);
    expect((await look()).json).toMatchObject({ code: 'identity.reauthentication_required' });
  });

  it('is asked for by the register too, before it hands out what it holds about somebody', async () => {
    const admin = await memberWith(['administrator']);
    const target = await memberWith(['member']);
    const site = await newSite();
    content(await move(target.device, 'in', site.id));
    const look = (id: string, device = admin.device) => device.call('GET', `/api/register/people/${id}/export`);
    await clock.advance(16 * 60);
    const refused = await look(target.person.id);
    expect([refused.status, refused.json]).toMatchObject([403, { code: 'identity.reauthentication_required' }]);
    expect((await target.device.call('GET', '/api/register/me/export')).status).toBe(403);
    await prove(admin);
    expect((await look(target.person.id)).text).toContain(site.id);
    const nobody = await look('nobody');
    expect([nobody.status, nobody.json]).toMatchObject([404, { code: 'register.person_not_found' }]);
    const program = await look(target.person.id, await withToken(admin));
    expect(program.json).toMatchObject({ code: 'identity.reauthentication_required' });
  });
});
