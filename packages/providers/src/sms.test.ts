import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Provider } from './provider.ts';
import { type Sms, sms } from './sms.ts';
import { type HttpFake, httpFake } from './testing.ts';

const sid = `AC${'a'.repeat(32)}`;
const text: Sms = { to: '+447700900123', body: '123456 is your code & more' };
let vendor: HttpFake;
let texts: Provider<Sms>;

beforeEach(async () => {
  vendor = await httpFake({ status: 201, body: { sid: 'SM1', status: 'queued' } });
  texts = sms({
    accountSid: sid,
    authToken: 'secret',
    from: '+15005550006',
    state: 'sandbox',
    baseUrl: vendor.url,
    perSecond: 100,
  });
});
afterEach(async () => {
  await texts.close();
  await vendor.close();
});

const refusal = (status: number, code: number, headers = {}) => {
  vendor.answer({ status, headers, body: { code, message: 'The number +447700900123 is bad', status } });
  return texts.send(text, { idempotencyKey: 'm1' });
};

describe('text messages by Twilio', () => {
  it('go to the account’s messages as a form, with its credentials', async () => {
    expect(await texts.send(text, { idempotencyKey: 'm1' })).toEqual({ providerMessageId: 'SM1', segments: 1 });

    const [call] = vendor.calls;
    expect(call?.path).toBe(`/2010-04-01/Accounts/${sid}/Messages.json`);
    expect(Object.fromEntries(new URLSearchParams(call?.body))).toEqual({
      To: text.to,
      From: '+15005550006',
      Body: text.body,
    });
    expect(call?.headers.authorization).toBe(`Basic ${Buffer.from(`${sid}:secret`).toString('base64')}`);
  });

  it('are refused for good when the number is no number, without naming it', async () => {
    await expect(refusal(400, 21_211)).rejects.toMatchObject({
      permanent: true,
      reason: 'Twilio refused the message (400, 21211).',
    });
  });

  it('wait as long as Twilio asks', async () => {
    await expect(refusal(429, 20_429, { 'retry-after': '7' })).rejects.toMatchObject({
      permanent: false,
      retryAfterSeconds: 7,
    });
    expect(texts.delayMs(text.to)).toBeGreaterThan(6_000);
  });

  it('are kept for later when our credentials are wrong', async () => {
    await expect(refusal(401, 20_003)).rejects.toMatchObject({ permanent: false, outage: true });
  });

  it('are kept for later when Twilio is down', async () => {
    await expect(refusal(503, 20_500)).rejects.toMatchObject({ permanent: false, outage: true });
  });

  it('follow no redirect', async () => {
    vendor.answer({ status: 302, headers: { location: 'http://127.0.0.1:1/' } });

    await expect(texts.send(text, { idempotencyKey: 'm1' })).rejects.toMatchObject({ permanent: true });
    expect(vendor.calls).toHaveLength(1);
  });
});

describe('text messages in an emergency', () => {
  const options = { accountSid: sid, authToken: 'secret', from: '+15005550006', state: 'sandbox' as const };
  const sent = () => Object.fromEntries(new URLSearchParams(vendor.calls.at(-1)?.body));

  it('leave by a sender of their own', async () => {
    const emergency = { from: `MG${'b'.repeat(32)}`, perSecond: 100 };
    const both = sms({ ...options, baseUrl: vendor.url, perSecond: 100, emergency });

    await both.send({ ...text, isEmergency: true }, { idempotencyKey: 'm1', priority: 0 });
    expect(sent()).toMatchObject({ MessagingServiceSid: emergency.from });
    await both.send(text, { idempotencyKey: 'm2' });
    expect(sent()).toMatchObject({ From: '+15005550006' });

    await both.close();
  });

  it('say where Twilio reports how they fare', async () => {
    const statusCallback = (id: string) => `https://guildhall.example/status?message=${id}`;
    const told = sms({ ...options, baseUrl: vendor.url, perSecond: 100, statusCallback });

    await told.send(text, { idempotencyKey: 'm1' });

    expect(sent()).toMatchObject({ StatusCallback: 'https://guildhall.example/status?message=m1' });
    await told.close();
  });
});

describe('text messages from several numbers', () => {
  const senders = ['+15005550001', '+15005550002', '+15005550003'] as const;
  const account = { accountSid: sid, authToken: 'secret', from: senders, state: 'sandbox' as const };
  const fromOf = (body: string) => new URLSearchParams(body).get('From');

  it('come from the same number to the same person, each number at its own pace', async () => {
    const several = sms({ ...account, baseUrl: vendor.url, perSecond: 1 });
    await several.send(text, { idempotencyKey: 'm1' });
    const begun = performance.now();
    await several.send(text, { idempotencyKey: 'm2' });

    const used = vendor.calls.map(({ body }) => fromOf(body));
    expect(new Set(used).size).toBe(1);
    expect(performance.now() - begun).toBeGreaterThan(900);
    await several.close();
  });

  it('do not wait for a number that another one of ours keeps busy', async () => {
    const several = sms({ ...account, baseUrl: vendor.url, perSecond: 0.1 });
    const people = Array.from({ length: 30 }, (_, n) => `+4477009001${n + 10}`);

    const sending = people.map((to, n) => several.send({ ...text, to }, { idempotencyKey: `m${n}` }));
    void Promise.allSettled(sending);
    await vi.waitFor(() => expect(vendor.calls).toHaveLength(3));

    expect(new Set(vendor.calls.map(({ body }) => fromOf(body)))).toEqual(new Set(senders));
  });

  it('tell what they are charged as', async () => {
    const priced = sms({ ...account, baseUrl: vendor.url, perSecond: 100, prices: new Map([['+44', 40_000]]) });

    expect(await priced.send({ ...text, body: 'ê'.repeat(71) }, { idempotencyKey: 'm1' })).toEqual({
      providerMessageId: 'SM1',
      segments: 2,
      costMicros: 80_000,
    });
    await priced.close();
  });
});
