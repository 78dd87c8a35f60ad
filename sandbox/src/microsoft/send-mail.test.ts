import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { redeem } from '../oauth/testing.ts';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
let token: string;

beforeAll(async () => {
  sandbox = await openSandbox();
  const answer = await redeem(sandbox, '/microsoft/common/oauth2/v2.0/token', '', { grant_type: 'client_credentials' });
  token = ((await answer.json()) as { access_token: string }).access_token;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.store.clear());

const message = {
  subject: 'Êtes-vous là ?',
  body: { contentType: 'HTML', content: '<p>Hello <b>Ada</b></p>' },
  toRecipients: [{ emailAddress: { address: 'ada@example.org' } }],
};
const send = (body: unknown, bearer = token) =>
  fetch(`${sandbox.url}/graph/v1.0/users/hello@example.org/sendMail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;

describe('sendMail in the sandbox', () => {
  it('takes a mail, and shows it in the inbox with what hangs on it', async () => {
    const answer = await send({
      message: {
        ...message,
        replyTo: [{ emailAddress: { address: 'desk@example.org' } }],
        internetMessageHeaders: [{ name: 'X-Guildhall-Message-Id', value: 'm1' }],
        singleValueExtendedProperties: [
          { id: 'String {00020386-0000-0000-C000-000000000046} Name List-Unsubscribe', value: '<https://g.example/u>' },
        ],
        attachments: [
          {
            '@odata.type': '#microsoft.graph.fileAttachment',
            name: 'list.csv',
            contentType: 'text/csv',
            contentBytes: Buffer.from('a,b').toString('base64'),
          },
        ],
      },
      saveToSentItems: false,
    });

    expect([answer.status, answer.headers.get('request-id')]).toEqual([202, expect.stringMatching(/^[\da-f-]{36}$/)]);
    expect(await sandbox.messages('?to=ada@example.org')).toMatchObject([
      {
        channel: 'email',
        subject: 'Êtes-vous là ?',
        text: 'Hello Ada',
        html: expect.stringContaining('<b>Ada</b>') as string,
        raw: {
          headers: {
            'x-guildhall-message-id': 'm1',
            'list-unsubscribe': '<https://g.example/u>',
            'reply-to': 'desk@example.org',
          },
          attachments: [{ filename: 'list.csv', mimeType: 'text/csv', bytes: 3 }],
        },
      },
    ]);
  });

  it.each([
    ['a field that there is not', { message: { ...message, colour: 'red' } }, 400, 'RequestBodyRead'],
    ['a wrong type', { message: { ...message, subject: 7 } }, 400, 'RequestBodyRead'],
    ['no message', {}, 400, 'RequestBodyRead'],
    ['nobody to send to', { message: { ...message, toRecipients: [] } }, 400, 'ErrorInvalidRecipients'],
    [
      'an address that is none',
      { message: { ...message, toRecipients: [{ emailAddress: { address: 'ada' } }] } },
      400,
      'ErrorInvalidRecipients',
    ],
    [
      'a header that is Exchange’s own',
      { message: { ...message, internetMessageHeaders: [{ name: 'List-Unsubscribe', value: '<x>' }] } },
      400,
      'InvalidInternetMessageHeader',
    ],
    ['what is too large', { message: { ...message, subject: 'x'.repeat(5_000_000) } }, 413, 'RequestEntityTooLarge'],
  ])('refuses %s in the words of Graph, and keeps nothing', async (_what, body, status, code) => {
    const answer = await send(body);

    expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
    expect(await sandbox.messages()).toEqual([]);
  });

  it('is for an app with leave to send', async () => {
    const user = await sandbox.call('POST', '/sandbox/service-users/microsoft/ada/tokens', { appId: 'app' });
    const { token: ofUser } = (await user.json()) as { token: string };

    expect(await codeOf(await send({ message }, ofUser))).toBe('ErrorAccessDenied');
    expect((await send({ message }, 'nonsense')).status).toBe(401);
  });

  it('fails when told to', async () => {
    await sandbox.call('PUT', '/sandbox/faults', {
      provider: 'microsoft',
      match: 'sendMail',
      status: 429,
      retryAfterSeconds: 7,
      times: 1,
    });
    const answer = await send({ message });

    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
  });
});
