import { testClock } from '@guildhall/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServiceProvider } from '../../app/oidc/ports.ts';
import { google } from './google.ts';
import { microsoft } from './microsoft.ts';
import { type FakeService, fakeService, seconds } from './testing.ts';
import { zoom } from './zoom.ts';

const clock = testClock('2026-10-27T15:00:00Z');
const now = seconds(clock.now());
const client = { clientId: 'us', clientSecret: 'secret', redirectUri: 'https://members.example.org/oidc/callback' };
const callback = { code: 'c0de', verifier: 'v'.repeat(43), nonce: 'n', issuer: '' };
const asked = { state: 's'.repeat(43), challenge: 'ch', nonce: 'n' };

let service: FakeService;
beforeAll(async () => {
  service = await fakeService();
});
afterAll(() => service.close());

const refused = { kind: 'forbidden', code: 'identity.provider_refused' };
const away = { kind: 'unavailable', code: 'identity.provider_unavailable' };

describe('Google', () => {
  let provider: ServiceProvider;
  beforeEach(() => void (provider = google({ ...client, baseUrl: service.url }, clock)));
  const claims = () => ({
    iss: service.url,
    aud: 'us',
    exp: now + 3_600,
    nonce: 'n',
    sub: 'g-1',
    email: 'Ana@Example.com',
    email_verified: true,
    given_name: 'Ana',
    family_name: 'Bell',
  });
  const give = async (change: object = {}): Promise<void> => {
    service.answer('/token', { body: { id_token: await service.sign({ ...claims(), ...change }) } });
  };

  it('T5: is asked with PKCE, a long state and a nonce', () => {
    const query = Object.fromEntries(new URL(provider.authorizeUrl(asked)).searchParams);
    expect(query).toEqual({
      response_type: 'code',
      client_id: 'us',
      redirect_uri: client.redirectUri,
      scope: 'openid email profile',
      state: asked.state,
      nonce: 'n',
      code_challenge: 'ch',
      code_challenge_method: 'S256',
    });
  });

  it('T5: is given the verifier with the code, and says who it was', async () => {
    await give();
    expect(await provider.claimsFor(callback)).toEqual({
      provider: 'google',
      subject: 'g-1',
      email: 'ana@example.com',
      isEmailVerified: true,
      firstName: 'Ana',
      lastName: 'Bell',
    });
    const form = service.seen.findLast(({ path }) => path === '/token')?.form;
    expect(Object.fromEntries(form ?? [])).toMatchObject({
      code: 'c0de',
      code_verifier: callback.verifier,
      redirect_uri: client.redirectUri,
      client_secret: 'secret',
    });
  });

  it.each([
    ['of another issuer', { iss: 'https://evil.example' }],
    ['for somebody else', { aud: 'them' }],
    ['that is over', { exp: now - 61 }],
    ['without an end', { exp: undefined }],
    ['of another sign-in', { nonce: 'other' }],
    ['without a subject', { sub: undefined }],
  ])('is not believed when it signs a token %s', async (_what, change) => {
    await give(change);
    await expect(provider.claimsFor(callback)).rejects.toMatchObject(refused);
  });

  it('is not believed under a key that it does not publish', async () => {
    const stranger = await fakeService();
    service.answer('/token', { body: { id_token: await stranger.sign({ ...claims(), iss: service.url }) } });
    await stranger.close();
    await expect(provider.claimsFor(callback)).rejects.toMatchObject(refused);
  });

  it('may take another key at any time', async () => {
    await give();
    await provider.claimsFor(callback);
    await service.rotate();
    await give();
    // Keys are asked for again once a second at most, so that nobody makes us ask for ever.
    await vi.waitFor(async () => expect(await provider.claimsFor(callback)).toMatchObject({ subject: 'g-1' }), 5_000);
  });

  it('is not the one who answered, when the answer names another', async () => {
    await give();
    await expect(provider.claimsFor({ ...callback, issuer: 'https://evil.example' })).rejects.toMatchObject(refused);
  });

  it.each([
    [400, refused],
    [401, refused],
    [429, away],
    [503, away],
  ])('that answers %i is taken at its word', async (status, expected) => {
    service.answer('/token', { status, body: { error: 'said' } });
    await expect(provider.claimsFor(callback)).rejects.toMatchObject(expected);
  });

  it('is not followed elsewhere with our secret', async () => {
    service.answer('/token', { status: 307, headers: { location: '/elsewhere' } });
    await expect(provider.claimsFor(callback)).rejects.toMatchObject(away);
    expect(service.seen.some(({ path }) => path === '/elsewhere')).toBe(false);
  });

  it('that answers in no way that is published is not believed', async () => {
    service.answer('/token', { body: { token: 'no' } });
    await expect(provider.claimsFor(callback)).rejects.toMatchObject(refused);
  });
});

describe('Microsoft', () => {
  const settings = { ...client, tenant: 'common', tenants: ['t1'] };
  const provider = () => microsoft({ ...settings, baseUrl: service.url }, clock);
  const give = async (change: object = {}): Promise<void> => {
    const claims = {
      iss: `${service.url}/t1/v2.0`,
      aud: 'us',
      exp: now + 3_600,
      nonce: 'n',
      tid: 't1',
      oid: 'o-1',
      preferred_username: 'ana@t1.example',
      name: 'Ana Bell',
      ...change,
    };
    service.answer('/common/oauth2/v2.0/token', { body: { id_token: await service.sign(claims) } });
  };

  it('says who it was by tenant and object, and vouches for no address', async () => {
    await give();
    expect(await provider().claimsFor(callback)).toEqual({
      provider: 'microsoft',
      subject: 'o-1',
      tenantId: 't1',
      email: 'ana@t1.example',
      isEmailVerified: false,
      firstName: 'Ana',
      lastName: 'Bell',
    });
  });

  it('lets no tenant speak for another', async () => {
    await give({ iss: `${service.url}/t2/v2.0` });
    await expect(provider().claimsFor(callback)).rejects.toMatchObject(refused);
  });

  it('lets in only the organisations that are named', async () => {
    await give({ tid: 't2', iss: `${service.url}/t2/v2.0` });
    await expect(provider().claimsFor(callback)).rejects.toMatchObject({ code: 'identity.tenant_not_allowed' });
  });
});

describe('Zoom', () => {
  const provider = () => zoom({ ...client, baseUrl: service.url });

  it('says by its API who agreed', async () => {
    service.answer('/oauth/token', { body: { access_token: 'at' } });
    const user = { id: 'z-1', email: 'ana@example.com', first_name: 'Ana', last_name: 'Bell' };
    service.answer('/v2/users/me', { body: user });
    expect(await provider().claimsFor(callback)).toMatchObject({
      provider: 'zoom',
      subject: 'z-1',
      isEmailVerified: false,
    });
    const [token, me] = service.seen.slice(-2);
    expect(token?.authorization).toBe(`Basic ${Buffer.from('us:secret').toString('base64')}`);
    expect(me?.authorization).toBe('Bearer at');
  });

  it('is asked with PKCE too', () => {
    const url = new URL(provider().authorizeUrl(asked));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ code_challenge: 'ch', state: asked.state });
  });
});
