import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphMail } from './graph-mail.ts';
import type { Priority, Provider, Receipt } from './provider.ts';
import { ProviderError } from './provider-error.ts';
import { push } from './push.ts';
import { slack } from './slack.ts';
import { googleFolders } from './google-drive.ts';
import { googleGroups } from './google-groups.ts';
import { slackWebhook } from './slack-webhook.ts';
import { sms } from './sms.ts';
import { slackWorkspace } from './slack-workspace.ts';
import { smtp } from './smtp.ts';

type Answer = Readonly<{ status: number; type: string; retryAfter?: string | undefined; body: Uint8Array }>;

let answer: Answer;
let server: Server;
let url: string;
beforeEach(async () => {
  server = createServer((request, response) => {
    request.resume();
    const { status, type, retryAfter, body } = answer;
    response.writeHead(status, {
      'content-type': type,
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const bytes = (value: unknown): Uint8Array => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

/** JSON that has the names the vendors use, with anything behind them. */
const likely = fc.dictionary(
  fc.constantFrom(
    'ok',
    'error',
    'ts',
    'channel',
    'sid',
    'code',
    'name',
    'access_token',
    'response_metadata',
    'details',
    'members',
    'channels',
    'user',
    'permissions',
    'nextPageToken',
    'errors',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const anything = fc.record({
  status: fc.constantFrom(200, 201, 202, 204, 301, 400, 401, 403, 404, 408, 413, 429, 500, 502, 503, 504, 599),
  type: fc.constantFrom('application/json', 'text/plain', 'text/html', 'application/octet-stream'),
  retryAfter: fc.option(fc.constantFrom('', '-1', 'soon', '1e99', '99999999999', '3', 'Tue, 99 Foo'), {
    nil: undefined,
  }),
  body: fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map(bytes),
    likely.map(bytes),
    fc.constantFrom('', 'null', '[]', '7', '"x"', '{"ok":true}', '{"ok":true,"ts":7}', '{"sid":{}}', '{').map(bytes),
  ),
});

const vendors: Readonly<Record<string, () => Provider<never>>> = {
  slack: () => slack({ token: 'xoxb-1', state: 'sandbox', apiUrl: `${url}/`, perSecond: 1_000, burst: 1_000 }),
  'slack-webhook': () => slackWebhook({ state: 'sandbox', isAllowed: () => true, perSecond: 1_000, burst: 1_000 }),
  twilio: () =>
    sms({
      accountSid: `AC${'a'.repeat(32)}`,
      authToken: 's',
      from: '+1',
      state: 'sandbox',
      baseUrl: url,
      perSecond: 999,
    }),
  fcm: () => push({ project: 'p', account: { token: 't' }, state: 'sandbox', baseUrl: url }),
  graph: () =>
    graphMail({
      tenant: 't',
      clientId: 'c',
      clientSecret: 's',
      sender: 'hello@example.org',
      state: 'sandbox',
      loginUrl: url,
      graphUrl: url,
    }),
};
const message = { subject: 'S', html: '<p>H</p>', text: 'T', body: 'B', title: 'T' };

async function outcomeOf(
  provider: Provider<never>,
  to: string,
  priority: Priority = 1,
): Promise<Receipt | ProviderError> {
  try {
    return await provider.send({ ...message, to } as never, { idempotencyKey: 'm1', priority });
  } catch (error) {
    if (error instanceof ProviderError) return error;
    throw error;
  }
}

const isSound = (outcome: Receipt | ProviderError): boolean =>
  outcome instanceof ProviderError
    ? outcome.reason.length < 200 && (outcome.retryAfterSeconds ?? 0) >= 0
    : typeof outcome.providerMessageId === 'string' && outcome.providerMessageId.length <= 200;

describe('an answer that makes no sense', () => {
  it.each(Object.entries(vendors))(
    'from %s is a failed try or a proper receipt, and the lane goes on',
    async (name, open) => {
      const to = name === 'slack-webhook' ? `${url}/hook` : name === 'slack' ? 'ada@example.org' : 'ada';
      await fc.assert(
        fc.asyncProperty(anything, async (given) => {
          answer = given;
          const provider = open();
          expect(await outcomeOf(provider, to)).toSatisfy(isSound);
          // Whatever was said, an emergency does not wait for it.
          expect(await outcomeOf(provider, to, 0)).toSatisfy(isSound);
          await provider.close();
        }),
        { numRuns: 60 },
      );
    },
    20_000,
  );

  it('from a mail server is a failed try, and the lane goes on', async () => {
    const replies = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 80 }),
        fc
          .constantFrom('220 hi\r\n', '250 ok\r\n', '250-x\r\n', '354 go\r\n', '999 ?\r\n', '5', '\r\n', '421 no\r\n')
          .map(bytes),
      ),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(replies, fc.boolean(), async (given, isClosing) => {
        const [server, mailUrl] = await mailServer(given, isClosing);
        const mails = smtp({
          url: mailUrl,
          from: 'G <g@example.org>',
          state: 'sandbox',
          timeLimitMs: 200,
          greetingLimitMs: 100,
        }) as Provider<never>;
        expect(await outcomeOf(mails, 'ada@example.org')).toSatisfy(isSound);
        expect(await outcomeOf(mails, 'ada@example.org', 0)).toSatisfy(isSound);
        await mails.close();
        server.close();
      }),
      { numRuns: 25 },
    );
  }, 20_000);
});

const administered: Readonly<Record<string, () => readonly [Closable, readonly Asking[]]>> = {
  'slack-workspace': () => {
    const slack = slackWorkspace({
      token: 'xoxb-1',
      scimToken: 'xoxp-1',
      state: 'sandbox',
      apiUrl: `${url}/`,
      scimUrl: url,
      perSecond: 9_000,
    });
    const { test, findByEmail, users, channels, members, invite, remove, deactivate } = slack;
    const once = [test, () => findByEmail('a@x.org'), () => invite('C01', 'U01'), () => remove('C01', 'U01')];
    const paged = [users, channels, () => members('C01')].map((pages) => () => first(pages()));
    return [slack, [...once, ...paged, () => deactivate('U01')]];
  },
  'google-groups': () => {
    const groups = googleGroups({ account: { token: 't' }, state: 'sandbox', rootUrl: url, perSecond: 9_000 });
    const { test, add, remove, members } = groups;
    return [
      groups,
      [test, () => add('g@x.org', 'a@x.org'), () => remove('g@x.org', 'a@x.org'), () => first(members('g'))],
    ];
  },
  'google-drive': () => {
    const folders = googleFolders({ account: { token: 't' }, state: 'sandbox', rootUrl: url, perSecond: 9_000 });
    const { test, share, unshare, readers } = folders;
    return [
      folders,
      [test, () => share('f', 'a@x.org', 'reader'), () => unshare('f', 'a@x.org'), () => first(readers('f'))],
    ];
  },
};
type Closable = Readonly<{ close(): Promise<void> }>;
type Asking = () => Promise<unknown>;

const isAnswerOrTyped = (outcome: unknown): boolean =>
  !(outcome instanceof Error) ||
  (outcome instanceof ProviderError && outcome.about !== undefined && outcome.reason.length < 200);

async function first(pages: AsyncIterable<unknown>): Promise<unknown> {
  for await (const page of pages) return page;
  return undefined;
}

describe('an answer that makes no sense, to somebody who administers', () => {
  it.each(Object.entries(administered))(
    'from %s is an answer like any other or a typed failure',
    async (_name, open) => {
      await fc.assert(
        fc.asyncProperty(
          anything.filter(({ status }) => status !== 429),
          fc.nat(),
          async (given, pick) => {
            answer = given;
            const [closable, askings] = open();
            const outcome = await askings[pick % askings.length]!().catch((error: unknown) => error);
            expect(outcome).toSatisfy(isAnswerOrTyped);
            await closable.close();
          },
        ),
        { numRuns: 120 },
      );
    },
    20_000,
  );
});

/** Says one thing after the other, whatever it hears. */
async function mailServer(replies: readonly Uint8Array[], isClosing: boolean): Promise<readonly [TcpServer, string]> {
  const tcp = createTcpServer((socket) => {
    let next = 0;
    const speak = (): void => {
      const reply = replies[next];
      next += 1;
      if (reply) socket.write(reply);
      else if (isClosing) socket.destroy();
    };
    socket.on('error', () => undefined).on('data', speak);
    socket.setTimeout(1_000, () => socket.destroy());
    speak();
  });
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  return [tcp, `smtp://127.0.0.1:${(tcp.address() as AddressInfo).port}`];
}
