import { generateKeyPairSync, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Provider } from './provider.ts';
import { push, type PushMessage, type PushOptions } from './push.ts';
import { type HttpFake, httpFake } from './testing.ts';

const taken = { body: { name: 'projects/guildhall/messages/0:1500415314455276' } };

let vendor: HttpFake;
let open: Provider<PushMessage>[];

beforeEach(async () => {
  vendor = await httpFake(taken);
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  await vendor.close();
});

const provider = (account: PushOptions['account'] = { token: 'ya29.test' }) => {
  const made = push({ project: 'guildhall', account, state: 'sandbox', baseUrl: vendor.url });
  open.push(made);
  return made;
};
const message: PushMessage = { to: 'device', title: 'Sign in?', body: 'You are here.', link: 'https://x.example/in' };
const sending = (change: Partial<PushMessage> = {}) =>
  provider().send({ ...message, ...change }, { idempotencyKey: 'm1' });

describe('a notification to a device', () => {
  it('is sent with the mark that lets a repeat replace it', async () => {
    expect(await sending()).toEqual({ providerMessageId: '0:1500415314455276' });

    const [call] = vendor.calls;
    expect(call).toMatchObject({
      path: '/v1/projects/guildhall/messages:send',
      headers: { authorization: 'Bearer ya29.test' },
    });
    expect(JSON.parse(call?.body ?? '')).toEqual({
      message: {
        token: 'device',
        notification: { title: 'Sign in?', body: 'You are here.' },
        data: { message_id: 'm1', link: 'https://x.example/in' },
        android: { priority: 'NORMAL', notification: { tag: 'm1' } },
        apns: { headers: { 'apns-priority': '5', 'apns-collapse-id': 'm1' } },
      },
    });
  });

  it('wakes the device in an emergency', async () => {
    await sending({ isEmergency: true });

    expect(vendor.calls[0]?.body).toContain('"priority":"HIGH"');
  });

  it.each([
    [404, 'UNREGISTERED', { permanent: true, outage: false, code: 'UNREGISTERED' }],
    [403, 'SENDER_ID_MISMATCH', { permanent: true, outage: false }],
    [400, 'INVALID_ARGUMENT', { permanent: true, outage: false }],
    [401, 'THIRD_PARTY_AUTH_ERROR', { permanent: false, outage: true }],
    [429, 'QUOTA_EXCEEDED', { permanent: false, retryAfterSeconds: 60 }],
    [503, 'UNAVAILABLE', { permanent: false, outage: true }],
  ])('that is refused with %i %s', async (status, errorCode, meaning) => {
    vendor.answer({ status, body: { error: { code: status, status: 'X', details: [{ '@type': 't', errorCode }] } } });

    await expect(sending()).rejects.toMatchObject({ ...meaning, reason: expect.stringContaining(errorCode) });
  });

  it('comes again later when nobody answers', async () => {
    await vendor.close();

    await expect(sending()).rejects.toMatchObject({ permanent: false, outage: true });
    vendor = await httpFake();
  });
});

describe('signing in as a service account', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const account = () => ({
    clientEmail: 'push@guildhall.example',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    tokenUri: `${vendor.url}/token`,
  });
  const google = (token: object = { access_token: 'ya29.fresh' }, status = 200) =>
    vendor.answer(({ path }) => (path === '/token' ? { status, body: token } : taken));
  const claimsOf = (body: string) => {
    const [head = '', claims = '', signature = ''] = new URLSearchParams(body).get('assertion')?.split('.') ?? [];
    expect(verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), publicKey, Buffer.from(signature, 'base64url'))).toBe(
      true,
    );
    return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
  };

  it('proves who we are with a signed assertion, once for many messages', async () => {
    google();
    const fcm = provider(account());

    await Promise.all(['m1', 'm2', 'm3'].map((idempotencyKey) => fcm.send(message, { idempotencyKey })));

    const tokens = vendor.calls.filter(({ path }) => path === '/token');
    expect(tokens).toHaveLength(1);
    expect(claimsOf(tokens[0]?.body ?? '')).toMatchObject({
      iss: 'push@guildhall.example',
      aud: `${vendor.url}/token`,
      scope: 'https://www.googleapis.com/auth/firebase.messaging',
    });
    expect(vendor.calls.at(-1)?.headers.authorization).toBe('Bearer ya29.fresh');
  });

  it('that is refused is our fault and not the message’s, and is tried again', async () => {
    google({ error: 'invalid_grant' }, 400);
    const fcm = provider(account());

    await expect(fcm.send(message, { idempotencyKey: 'm1' })).rejects.toMatchObject({ permanent: false, outage: true });
    google();
    const urgently = { idempotencyKey: 'm1', priority: 0 } as const;
    expect(await fcm.send(message, urgently)).toMatchObject({ providerMessageId: expect.any(String) });
  });
});
