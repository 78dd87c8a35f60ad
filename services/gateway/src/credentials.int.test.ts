import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import { CredentialRevokedSchema } from '@guildhall/contracts/identity/v1/events';
import { fact } from '@guildhall/messaging';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestGateway } from './testing/gateway.ts';
import { ask, type House, openHouse } from './testing/house.ts';

let house: House;
let gateway: TestGateway;
let url = '';

beforeAll(async () => {
  house = await openHouse();
  gateway = await house.open();
  ({ url } = gateway);
});
afterAll(() => house.close());
beforeEach(() => {
  house.probe['createThing'] = async (thing) => thing;
});

const ada = 'other=1; session=session-of-ada';
const csrfOf = async (cookie: string): Promise<string> =>
  String((await ask(`${url}/api/auth/session`, 'GET', { cookie })).json['csrfToken']);
const write = (headers: Readonly<Record<string, string>>, cookie: string | undefined = ada) =>
  ask(`${url}/api/probe/things`, 'POST', { ...(cookie && { cookie }), body: { name: 'x' }, headers });

describe('who asks', () => {
  it('is told by a cookie', async () => {
    const { json } = await ask(`${url}/api/auth/session`, 'GET', { cookie: ada });
    expect(json).toMatchObject({ person: { id: 'ada', displayName: 'Ada Lovelace' }, permissions: [] });
    expect(json['csrfToken']).toMatch(/^[\w-]{43}$/);
  });

  it('is told by a personal token, which needs no CSRF token', async () => {
    const { json } = await ask(`${url}/api/auth/session`, 'GET', { token: 'reader' });
    expect(json).toMatchObject({ person: { id: 'bob' }, permissions: ['probe.read'], csrfToken: '' });
  });

  it('is told by the signed token of the app, however long it is', async () => {
    const token = `eyJ${'x'.repeat(600)}.${'y'.repeat(100)}.z`;
    house.identity.tokens.set(token, { personId: 'bob', permissions: ['probe.read'] });
    const kinds: unknown[] = [];
    house.probe['createThing'] = async (thing, call: Readonly<{ principal: Readonly<{ kind: string }> }>) => {
      kinds.push(call.principal.kind);
      return thing;
    };
    expect((await ask(`${url}/api/probe/things`, 'POST', { token, body: { name: 'x' } })).status).toBeLessThan(300);
    expect(kinds).toEqual(['app']);
  });

  it('is a kiosk by its own token, which does nothing that people do', async () => {
    house.identity.kiosks.set('kiosk-token', { siteId: 'north' });
    const { json } = await ask(`${url}/api/auth/session`, 'GET', { token: 'kiosk-token' });
    expect(json['person']).toBeUndefined();
    const refused = await ask(`${url}/api/probe/things`, 'POST', { token: 'kiosk-token', body: { name: 'x' } });
    expect([refused.status, refused.json['code']]).toEqual([403, 'gateway.not_for_this_caller']);
  });

  it('is who the token says, where there are both', async () => {
    const { json } = await ask(`${url}/api/auth/session`, 'GET', { token: 'reader', cookie: ada });
    expect(json).toMatchObject({ person: { id: 'bob' } });
  });

  it.each([
    [{}],
    [{ cookie: 'session=nonsense' }],
    [{ token: 'nonsense' }],
    [{ token: 'session-of-ada' }],
    [{ cookie: 'session=reader' }],
  ])('is nobody with %j', async (shown) => {
    const { status, json, headers } = await ask(`${url}/api/auth/session`, 'GET', shown);
    expect([status, json['code'], headers.get('www-authenticate')]).toEqual([401, 'gateway.unauthenticated', 'Bearer']);
  });

  it('reaches the service with address and browser', async () => {
    const calls: unknown[] = [];
    house.probe['getThing'] = async (_request, call: { principal: object; client: object }) => {
      calls.push({ ...call.principal, ...call.client });
      return {};
    };
    await ask(`${url}/api/probe/things/t1`, 'GET', {
      token: 'reader',
      headers: { 'user-agent': 'Probe/1', 'x-forwarded-for': '9.9.9.9' },
    });
    expect(calls).toEqual([
      expect.objectContaining({ kind: 'token', personId: 'bob', ip: '127.0.0.1', userAgent: 'Probe/1' }),
    ]);
  });

  it('comes from where the trusted proxy says', async () => {
    const behind = await house.open({ settings: { TRUSTED_PROXIES: '1' } });
    const ips: string[] = [];
    house.probe['getThing'] = async (_request, call: { client: { ip: string } }) => {
      ips.push(call.client.ip);
      return {};
    };
    await ask(`${behind.url}/api/probe/things/t1`, 'GET', {
      token: 'reader',
      headers: { 'x-forwarded-for': '6.6.6.6, 9.9.9.9' },
    });
    expect(ips).toEqual(['9.9.9.9']);
  });
});

describe('a session', () => {
  it('leaves as a cookie and never in the body', async () => {
    house.probe['enter'] = async () => ({ note: 'hello', session: { token: 'new-token', maxAgeSeconds: 3_600 } });
    const { json, headers } = await ask(`${url}/api/probe/enter`, 'POST', { body: { text: 'x' } });
    expect(json).toEqual({ note: 'hello' });
    expect(headers.getSetCookie()).toEqual(['session=new-token; Max-Age=3600; Path=/; HttpOnly; SameSite=Lax']);
  });

  it('is bound to the host where there is TLS', async () => {
    const secure = await house.open({ settings: { PUBLIC_URL: 'https://members.example.org' } });
    house.probe['enter'] = async () => ({ session: { token: 'new-token', maxAgeSeconds: 3_600 } });
    const { headers } = await ask(`${secure.url}/api/probe/enter`, 'POST', { body: { text: 'x' } });
    expect(headers.getSetCookie()).toEqual([
      '__Host-session=new-token; Max-Age=3600; Path=/; HttpOnly; SameSite=Lax; Secure',
    ]);
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect((await ask(`${secure.url}/api/auth/session`, 'GET', { cookie: ada })).status).toBe(401);
    expect(
      (await ask(`${secure.url}/api/auth/session`, 'GET', { cookie: '__Host-session=session-of-ada' })).status,
    ).toBe(200);
  });

  it('ends with the cookie cleared', async () => {
    const headers = { 'x-csrf-token': await csrfOf(ada) };
    const answer = await ask(`${url}/api/probe/leave`, 'POST', { cookie: ada, headers });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(answer.headers.getSetCookie()).toEqual(['session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax']);
  });

  it('that identity revokes is refused at once, though it was just seen', async () => {
    house.identity.sessions.set('stolen', { personId: 'eve', permissions: [] });
    const cookie = 'session=stolen';
    await vi.waitFor(
      async () => expect((await ask(`${url}/api/auth/session`, 'GET', { cookie })).status).toBe(200),
      3_000,
    );
    house.identity.sessions.delete('stolen');
    const body = { personId: 'eve', sessionId: 'id-of-stolen', at: timestampFromDate(new Date()) };
    const { subject, data } = fact(
      CredentialRevokedSchema,
      { id: 'id-of-stolen', version: 2 },
      new Date(),
      create(CredentialRevokedSchema, body),
    );
    const { name, subjects } = eventStream('identity');
    await house.bus.jsm.streams.add({ name, subjects: [...subjects] }).catch(() => undefined);
    await house.bus.js.publish(subject, data);
    await vi.waitFor(async () => expect((await ask(`${url}/api/auth/session`, 'GET', { cookie })).status).toBe(401));
  });

  it('is asked for once, however many requests come', async () => {
    house.identity.sessions.set('busy', { personId: 'cleo', permissions: [] });
    const before = house.identity.asked();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => ask(`${url}/api/auth/session`, 'GET', { cookie: 'session=busy' })),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(house.identity.asked() - before).toBe(1);
  });
});

describe('a write with a cookie', () => {
  it('is taken with the token of its session', async () => {
    expect((await write({ 'x-csrf-token': await csrfOf(ada) })).status).toBe(201);
  });

  it.each([undefined, 'nonsense', 'ü'.repeat(43), ''])('is refused with the token %j', async (token) => {
    const headers = token === undefined ? {} : { 'x-csrf-token': Buffer.from(token).toString('latin1') };
    const { status, json } = await write(headers);
    expect([status, json['code']]).toEqual([403, 'gateway.csrf_required']);
  });

  it('is refused with the token of another session', async () => {
    const headers = { 'x-csrf-token': await csrfOf('session=session-of-bob') };
    expect((await write(headers)).json['code']).toBe('gateway.csrf_required');
  });

  it('is refused from a foreign page, even with the token', async () => {
    const token = { 'x-csrf-token': await csrfOf(ada) };
    expect((await write({ ...token, origin: 'https://evil.example' })).status).toBe(403);
    expect((await write({ ...token, origin: 'null' })).status).toBe(403);
    expect((await write({ ...token, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('is taken from our own pages', async () => {
    const token = { 'x-csrf-token': await csrfOf(ada) };
    expect((await write({ ...token, origin: 'http://members.example.org' })).status).toBe(201);
    expect((await write({ ...token, origin: url })).status).toBe(201);
  });
});

describe('a write without a session', () => {
  it('needs no token where anybody may ask, but must not come from a foreign page', async () => {
    house.probe['enter'] = async () => ({ note: 'hello' });
    const enter = (headers: Record<string, string>) =>
      ask(`${url}/api/probe/enter`, 'POST', { body: { text: 'x' }, headers });
    expect((await enter({})).status).toBe(200);
    expect((await enter({ origin: 'https://evil.example' })).json['code']).toBe('gateway.csrf_required');
  });

  it('may come from a foreign page where the contract says so, and is nobody’s then', async () => {
    type Pressed = Readonly<{ thingId: string; file: Readonly<{ data: Uint8Array }> }>;
    house.probe['press'] = async ({ thingId, file }: Pressed) => ({
      text: `${thingId} ${Buffer.from(file.data).toString()}`,
    });
    const headers = { origin: 'https://mail.example', 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(`${url}/press/token`, { method: 'POST', headers, body: 'One=Click' });
    expect([answer.status, await answer.json()]).toEqual([200, { text: 'token One=Click' }]);
  });

  it('needs none with a personal token, wherever it comes from', async () => {
    const headers = { authorization: 'Bearer member', origin: 'https://tool.example' };
    expect((await write(headers, undefined)).status).toBe(201);
  });
});
