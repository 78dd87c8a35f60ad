import { testClock } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { microsoftTokens } from './microsoft-tokens.ts';
import { type FakeService, fakeService, seconds } from './testing.ts';

const clock = testClock('2026-10-27T15:00:00Z');
const now = seconds(clock.now());

let service: FakeService;
beforeAll(async () => {
  service = await fakeService();
});
afterAll(() => service.close());

const tokens = () =>
  microsoftTokens(
    { appIds: ['our-app'], tenant: 'common', baseUrl: service.url, graphUrl: `${service.url}/graph` },
    clock,
  );
const signed = (change: object = {}) =>
  service.sign({
    iss: `${service.url}/t1/v2.0`,
    aud: 'https://graph.microsoft.com',
    appid: 'our-app',
    exp: now + 3_600,
    tid: 't1',
    oid: 'o-1',
    ...change,
  });

describe('a token of Microsoft', () => {
  it.each([
    ['for Graph', {}],
    ['for this app', { aud: 'our-app' }],
    ['for this app’s interface', { aud: 'api://our-app', appid: undefined, azp: 'our-app' }],
    ['of the older endpoint', { iss: 'https://sts.windows.net/t1/' }],
  ])('%s is taken', async (_what, change) => {
    expect(await tokens().verify(await signed(change))).toEqual({ tenantId: 't1', objectId: 'o-1' });
  });

  it.each([
    ['of another app', { appid: 'their-app' }],
    ['of no app', { appid: undefined }],
    ['for another service', { aud: 'https://vault.azure.net' }],
    ['that is over', { exp: now - 61 }],
    ['of another tenant’s issuer', { iss: 'https://sts.windows.net/t2/' }],
    ['without an object', { oid: undefined }],
  ])('%s is refused', async (_what, change) => {
    const invalid = { kind: 'unauthenticated', code: 'identity.microsoft_token_invalid' };
    await expect(tokens().verify(await signed(change))).rejects.toMatchObject(invalid);
  });

  it.each(['', 'nonsense', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.'])('"%s" is refused', async (token) => {
    await expect(tokens().verify(token)).rejects.toMatchObject({ code: 'identity.microsoft_token_invalid' });
  });

  it('cannot be told while the keys are out of reach, which is not its fault', async () => {
    const gone = await fakeService();
    await gone.close();
    const settings = { appIds: ['our-app'], tenant: 'common', baseUrl: gone.url, graphUrl: gone.url };
    const unread = microsoftTokens(settings, clock).verify(await signed());
    await expect(unread).rejects.toMatchObject({ kind: 'unavailable', code: 'identity.provider_unavailable' });
  });
});

describe('what Graph tells', () => {
  const profile = { id: 'o-1', mail: null, userPrincipalName: 'Ada@T1.example', givenName: 'Ada', surname: null };

  it('scenario 14: has the principal name where there is no mail', async () => {
    service.answer('/graph/me', { body: profile });
    expect(await tokens().claimsFor('token')).toMatchObject({
      subject: 'o-1',
      email: 'ada@t1.example',
      firstName: 'Ada',
    });
    expect(service.seen.at(-1)?.authorization).toBe('Bearer token');
  });

  it('scenario 14: is waited for three seconds', { timeout: 10_000 }, async () => {
    service.answer('/graph/me', { status: 0 });
    const started = performance.now();
    await expect(tokens().claimsFor('token')).rejects.toMatchObject({ kind: 'unavailable' });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('is no when it refuses the token', async () => {
    service.answer('/graph/me', { status: 401 });
    await expect(tokens().claimsFor('token')).rejects.toMatchObject({ code: 'identity.microsoft_token_invalid' });
  });
});
