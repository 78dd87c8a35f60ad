import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphMail, type GraphMailOptions } from './graph-mail.ts';
import type { Mail } from './mail.ts';
import type { Provider } from './provider.ts';
import { type FakeAnswer, type FakeCall, type HttpFake, httpFake } from './testing.ts';

const mail: Mail = { to: 'ada@example.org', subject: 'Your code', html: '<p>123456</p>', text: '123456' };
const accepted: FakeAnswer = { status: 202, headers: { 'request-id': 'r1' }, body: '' };
const token: FakeAnswer = { body: { access_token: 'eyJ', expires_in: 3_600, token_type: 'Bearer' } };

let vendor: HttpFake;
let opened: Provider<Mail>[];
beforeEach(async () => {
  vendor = await httpFake();
  opened = [];
  answer();
});
afterEach(async () => {
  await Promise.all(opened.map((one) => one.close()));
  await vendor.close();
});

function answer(
  sending: FakeAnswer | ((call: FakeCall) => FakeAnswer) = accepted,
  signingIn: FakeAnswer = token,
): void {
  vendor.answer((call) => {
    if (call.path.endsWith('/token')) return signingIn;
    return typeof sending === 'function' ? sending(call) : sending;
  });
}

const provider = (change: Partial<GraphMailOptions> = {}) => {
  const made = graphMail({
    tenant: 'contoso',
    clientId: 'app',
    clientSecret: 'secret',
    sender: 'hello@contoso.example',
    state: 'sandbox',
    loginUrl: `${vendor.url}/login`,
    graphUrl: `${vendor.url}/v1.0/`,
    perMinute: 6_000,
    ...change,
  });
  opened.push(made);
  return made;
};
const send = (change: Partial<Mail> = {}) => provider().send({ ...mail, ...change }, { idempotencyKey: 'm1' });
const sent = () => vendor.calls.filter(({ path }) => path.endsWith('/sendMail'));
const bodyOf = (call: FakeCall | undefined) => JSON.parse(call?.body ?? '') as { message: Record<string, unknown> };

describe('mail by Microsoft Graph', () => {
  it('goes out in the name of the mailbox, and is kept in no folder there', async () => {
    expect(await send()).toEqual({ providerMessageId: 'r1' });

    const [call] = sent();
    expect(call).toMatchObject({
      path: '/v1.0/users/hello%40contoso.example/sendMail',
      headers: { authorization: 'Bearer eyJ', 'content-type': 'application/json' },
    });
    expect(bodyOf(call)).toEqual({
      message: {
        subject: 'Your code',
        body: { contentType: 'HTML', content: '<p>123456</p>' },
        toRecipients: [{ emailAddress: { address: 'ada@example.org' } }],
        internetMessageHeaders: [{ name: 'X-Guildhall-Message-Id', value: 'm1' }],
      },
      saveToSentItems: false,
    });
  });

  it('signs in by client credentials, once for many mails', async () => {
    const mails = provider();
    await Promise.all(['m1', 'm2', 'm3'].map((idempotencyKey) => mails.send(mail, { idempotencyKey })));

    const signIns = vendor.calls.filter(({ path }) => path === '/login/contoso/oauth2/v2.0/token');
    expect(signIns.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
      {
        client_id: 'app',
        client_secret: 'secret',
        scope: 'https://graph.microsoft.com/.default',
        grant_type: 'client_credentials',
      },
    ]);
  });

  it('asks for another token when Graph does not take the one it has', async () => {
    const mails = provider();
    answer({ status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } });
    await expect(mails.send(mail, { idempotencyKey: 'm1' })).rejects.toMatchObject({ outage: true, account: true });
    answer();
    await mails.send(mail, { idempotencyKey: 'm1', priority: 0 });

    expect(vendor.calls.filter(({ path }) => path.endsWith('/token'))).toHaveLength(2);
  });

  it('has what hangs on it, where replies go, and headers that are not Graph’s as properties', async () => {
    const attachment = { name: 'list.csv', contentType: 'text/csv', content: Buffer.from('a,b') };
    const headers = { 'List-Unsubscribe': '<https://g.example/u>\r\nBcc: x@example.org', 'X-Case': '7' };

    await send({ attachments: [attachment], replyTo: 'desk@example.org', headers });

    expect(bodyOf(sent()[0]).message).toMatchObject({
      replyTo: [{ emailAddress: { address: 'desk@example.org' } }],
      internetMessageHeaders: [{ name: 'X-Guildhall-Message-Id' }, { name: 'X-Case', value: '7' }],
      singleValueExtendedProperties: [
        {
          id: 'String {00020386-0000-0000-C000-000000000046} Name List-Unsubscribe',
          value: '<https://g.example/u> Bcc: x@example.org',
        },
      ],
      attachments: [
        {
          '@odata.type': '#microsoft.graph.fileAttachment',
          name: 'list.csv',
          contentType: 'text/csv',
          contentBytes: 'YSxi',
        },
      ],
    });
  });

  it.each([
    [429, 'ApplicationThrottled', { 'retry-after': '7' }, { permanent: false, retryAfterSeconds: 7, unclear: false }],
    [503, 'ErrorServerBusy', { 'retry-after': '9' }, { permanent: false, retryAfterSeconds: 9, unclear: false }],
    [503, 'serviceNotAvailable', { 'retry-after': '3' }, { permanent: false, outage: true, retryAfterSeconds: 3 }],
    [500, 'ErrorInternalServerError', {}, { permanent: false, outage: true, unclear: false }],
    [504, 'UnknownError', {}, { permanent: false, outage: true, unclear: true }],
    [403, 'ErrorAccessDenied', {}, { permanent: false, outage: true, account: true }],
    [404, 'ErrorInvalidUser', {}, { permanent: false, outage: true, account: true }],
    [400, 'ErrorInvalidRecipients', {}, { permanent: true, code: 'ErrorInvalidRecipients' }],
    [413, 'RequestEntityTooLarge', {}, { permanent: true, elsewhere: true }],
  ])('that is answered with %i %s', async (status, code, headers, meaning) => {
    answer({ status, headers, body: { error: { code, message: 'ada@example.org is not there' } } });

    await expect(send()).rejects.toMatchObject({ ...meaning, reason: expect.not.stringContaining('ada@') as string });
    expect(sent()).toHaveLength(1);
  });

  it('that is more than Graph takes is not even tried, but may go another way', async () => {
    const attachment = { name: 'big.zip', contentType: 'application/zip', content: new Uint8Array(4_500_000) };

    await expect(send({ attachments: [attachment] })).rejects.toMatchObject({ permanent: true, elsewhere: true });
    expect(vendor.calls).toEqual([]);
  });

  it.each([
    ['a secret that is over', { status: 401, body: { error: 'invalid_client' } }, true],
    ['a login that is down', { status: 503, body: {} }, false],
    ['a login that talks nonsense', { status: 200, body: 'hello' }, false],
    ['a login behind a broken proxy', { status: 504, body: '' }, false],
  ])('surely is not sent over %s', async (_what, signingIn, account) => {
    answer(accepted, signingIn);

    await expect(send()).rejects.toMatchObject({ permanent: false, outage: true, account, unclear: false });
    expect(sent()).toEqual([]);
  });

  it('may have been sent when no answer comes', async () => {
    vendor.answer(({ path }) => (path.endsWith('/token') ? token : { status: 200, body: 'hello' }));
    await expect(send()).rejects.toMatchObject({ permanent: false, unclear: true });
  });

  it('keeps to what a mailbox may send in a minute', async () => {
    const mails = provider({ perMinute: 10 });

    const sending = Array.from({ length: 5 }, (_, n) => mails.send(mail, { idempotencyKey: `m${n}` }));
    await Promise.all(sending.slice(0, 2));

    expect(sent()).toHaveLength(2);
    expect(mails.delayMs(mail.to)).toBeGreaterThan(5_000);
    await vendor.close();
    vendor = await httpFake();
    void Promise.allSettled(sending);
  });
});
