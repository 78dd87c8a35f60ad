import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';
import type { Provider } from './fault.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.store.clear();
  await sandbox.call('DELETE', '/sandbox/faults');
});

const body = JSON.stringify({ channel: '#general', text: 'hello' });
const slack = { path: '/slack/api/chat.postMessage', headers: ['Authorization: Bearer xoxb-sandbox'] };
const put = (fault: object, provider: Provider = 'slack') =>
  sandbox.call('PUT', '/sandbox/faults', { provider, times: 1, ...fault });

/** Sends a request by hand: what came back piece by piece, and how the connection ended. */
async function talk({ path, headers }: typeof slack, sent = body) {
  const socket = connect(sandbox.httpPort, '127.0.0.1');
  const pieces: string[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<string>();
  socket.on('data', (piece: Buffer) => pieces.push(piece.toString('latin1')));
  socket.on('error', ({ code }: NodeJS.ErrnoException) => resolve(String(code)));
  socket.on('close', () => resolve('closed'));
  const head = [`POST ${path} HTTP/1.1`, 'Host: sandbox', 'Connection: close', 'Content-Type: application/json'];
  socket.write([...head, ...headers, `Content-Length: ${Buffer.byteLength(body)}`, '', sent].join('\r\n'));
  const end = await ended;
  const [answerHead = '', answer = ''] = pieces.join('').split('\r\n\r\n', 2);
  return { end, pieces, head: answerHead, answer };
}

describe('over a bare socket', () => {
  it('a reset at the head comes before the body is sent, and only then', async () => {
    await put({ effect: 'reset', stage: 'head', match: 'chat.postMessage' });

    expect(await talk(slack, '')).toMatchObject({ end: 'ECONNRESET', pieces: [] });
    expect((await talk(slack)).head).toContain('200 OK');
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('a reset after the body keeps nothing', async () => {
    await put({ effect: 'reset' });

    expect(await talk(slack)).toMatchObject({ end: 'ECONNRESET', pieces: [] });
    expect(await sandbox.messages()).toEqual([]);
  });

  it('a cut answer ends before the length that was promised, and the message was taken', async () => {
    await put({ effect: 'cut' });

    const { head, answer } = await talk(slack);

    const promised = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    expect([answer.length > 0, answer.length < promised]).toEqual([true, true]);
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('a malformed answer is whole and cannot be read, and the message was taken', async () => {
    await put({ effect: 'malformed' });

    const { head, answer } = await talk(slack);

    expect(head).toContain('200 OK');
    expect(answer).toHaveLength(Number(/content-length: (\d+)/i.exec(head)?.[1]));
    expect(() => JSON.parse(answer) as unknown).toThrow('JSON');
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('a dripped answer comes in many pieces, and is whole', async () => {
    await put({ effect: 'drip', delayMs: 300 });

    const { pieces, answer } = await talk({ ...slack, path: '/slack/api/auth.shout' });

    expect(pieces.length).toBeGreaterThan(10);
    expect(answer).toMatch(/\}/);
  });

  it('what is above a limit is refused until there is room again', async () => {
    await sandbox.call('PUT', '/sandbox/faults', {
      provider: 'slack',
      effect: 'rate-limit',
      limit: 2,
      perSeconds: 0.2,
    });
    const answers = [await talk(slack), await talk(slack), await talk(slack)];
    expect(answers.map(({ head }) => head.slice(9, 12))).toEqual(['200', '200', '429']);
    expect(answers[2]?.head.toLowerCase()).toContain('retry-after: 1');
    await expect.poll(async () => (await talk(slack)).head).toContain('200 OK');
  });

  it('a limit of the rate says when to come again', async () => {
    await put({ status: 429, retryAfterSeconds: 30 });

    const { head, answer } = await talk(slack);

    expect([head.split('\r\n')[0], answer]).toEqual([
      'HTTP/1.1 429 Too Many Requests',
      '{"ok":false,"error":"ratelimited"}',
    ]);
    expect(head.toLowerCase()).toContain('retry-after: 30');
  });

  it.each<[Provider, string]>([
    ['twilio', '/twilio/2010-04-01/Accounts/AC1/Messages.json'],
    ['fcm', '/fcm/v1/projects/p/messages:send'],
    ['microsoft', '/microsoft/common/oauth2/v2.0/token'],
    ['microsoft', '/graph/v1.0/users/hello@example.org/sendMail'],
    ['google', '/google/token'],
    ['zoom', '/zoom/oauth/token'],
  ])('%s hangs up at %s', async (provider, path) => {
    await put({ effect: 'reset', stage: 'head' }, provider);
    expect(await talk({ path, headers: [] })).toMatchObject({ end: 'ECONNRESET', pieces: [] });
  });

  it('ends when its time is over', async () => {
    await sandbox.call('PUT', '/sandbox/faults', { provider: 'slack', status: 503, forSeconds: 0.05 });
    await expect.poll(async () => (await talk(slack)).head).toContain('200 OK');
  });
});

it('a refusal of the mail server comes over its own socket', async () => {
  await put({ status: 450, match: 'ada@' }, 'smtp');
  const socket = connect(sandbox.smtpPort, '127.0.0.1');
  await once(socket, 'readable');
  socket.write('EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<ada@example.org>\r\nQUIT\r\n');
  expect(await text(socket)).toContain('\n450 ');
});
