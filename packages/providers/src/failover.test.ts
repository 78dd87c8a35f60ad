import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failover } from './failover.ts';
import type { Mail } from './mail.ts';
import type { Provider } from './provider.ts';
import { smtp } from './smtp.ts';
import { type Sms, sms } from './sms.ts';
import { type HttpFake, httpFake, type SmtpFake, smtpFake } from './testing.ts';

const mail: Mail = { to: 'ada@example.org', subject: 'Your code', html: '<p>123456</p>', text: '123456' };
const options = { idempotencyKey: 'm1' };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A server that speaks as the script says: one answer for each line that begins like its key. */
async function scripted(
  script: Readonly<Record<string, string | ((socket: Socket) => void)>>,
  greeting = '220 here\r\n',
) {
  const sockets = new Set<Socket>();
  let handedOver = 0;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write(greeting);
    let rest = '';
    let isData = false;
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (isData && line !== '.') continue;
        if (isData) handedOver += 1;
        const word = isData ? 'end' : (line.split(/[ :]/)[0] ?? '').toLowerCase();
        isData = word === 'data' && typeof script['data'] !== 'function';
        const answer = script[word] ?? (word === 'data' ? '354 go on' : '250 ok');
        if (typeof answer === 'function') answer(socket);
        else socket.write(`${answer}\r\n`);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, handedOver: () => handedOver };
}

const silence = (): void => undefined;
const reset = (socket: Socket): void => void socket.resetAndDestroy();

/** Milliseconds that it took. */
async function timed<T>(run: () => Promise<T>): Promise<readonly [T, number]> {
  const begun = performance.now();
  const result = await run();
  return [result, performance.now() - begun];
}

describe('two mail servers', () => {
  let second: SmtpFake;
  beforeEach(async () => {
    second = await smtpFake();
    closing.push(() => second.close());
  });

  const both = (url: string, timeLimitMs = 10_000) => {
    const from = 'Guildhall <hello@guildhall.example>';
    const open = (name: string, at: string): Provider<Mail> =>
      smtp({ name, url: at, from, state: 'sandbox', timeLimitMs, greetingLimitMs: 500 });
    const mails = failover([open('smtp', url), open('smtp-2', second.url)]);
    closing.push(() => mails.close());
    return mails;
  };

  it('use the first while it works', async () => {
    const first = await smtpFake();
    closing.push(() => first.close());

    expect(await both(first.url).send(mail, options)).toMatchObject({ provider: 'smtp' });
    expect([first.mails.length, second.mails.length]).toEqual([1, 0]);
  });

  it.each([
    ['refuses the connection', async () => ({ url: 'smtp://127.0.0.1:1', handedOver: () => 0 })],
    ['never greets', () => scripted({}, '')],
    ['falls silent before the mail is handed over', () => scripted({ mail: silence })],
    ['closes for the day', () => scripted({ mail: '421 4.3.2 closing' })],
    ['breaks off before the mail is handed over', () => scripted({ rcpt: reset })],
    ['does not want our mail', () => scripted({ mail: '550 5.7.1 sender refused' })],
    ['says 421 once it has the mail', () => scripted({ end: '421 4.3.0 try later' })],
  ])('bring it by the second within ten seconds when the first %s', async (_how, open) => {
    const first = await open();
    const mails = both(first.url);

    const [receipt, tookMs] = await timed(() => mails.send(mail, options));

    expect(receipt).toMatchObject({ provider: 'smtp-2', passedOn: [{ provider: 'smtp' }] });
    expect(tookMs).toBeLessThan(10_000);
    expect(second.mails).toHaveLength(1);
    expect(second.mails[0]?.header('X-Guildhall-Message-Id')).toBe('m1');
  });

  it.each([
    ['falls silent once it has the mail', { end: silence }],
    ['breaks off once it has the mail', { end: reset }],
  ])('leave it with the first, which %s', async (_how, script) => {
    const first = await scripted(script);

    await expect(both(first.url, 800).send(mail, options)).rejects.toMatchObject({
      provider: 'smtp',
      unclear: true,
      permanent: false,
    });
    expect([first.handedOver(), second.mails.length]).toEqual([1, 0]);
  });

  it('never ask the second for one that the first may have', async () => {
    const mails = both('smtp://127.0.0.1:1');

    await expect(mails.send(mail, { ...options, via: 'smtp' })).rejects.toMatchObject({ provider: 'smtp' });
    expect(second.mails).toHaveLength(0);
  });

  it('agree about a recipient that does not exist', async () => {
    const first = await scripted({ rcpt: '550 5.1.1 unknown' });

    await expect(both(first.url).send(mail, options)).rejects.toMatchObject({ permanent: true, code: '5.1.1' });
    expect(second.mails).toHaveLength(0);
  });

  it('go straight to the second while the circuit of the first is open', async () => {
    const mails = both('smtp://127.0.0.1:1');
    for (let n = 0; n < 5; n += 1) await mails.send(mail, { idempotencyKey: `m${n}` });

    expect(await mails.send(mail, { idempotencyKey: 'm9' })).not.toHaveProperty('passedOn');
    expect(mails.accounts.map((one) => one.state())).toEqual(['failing', 'sandbox']);
    expect(mails.state()).toBe('sandbox');
  });

  it('send each of many exactly once while the first fails in every way', async () => {
    const turns = [silence, reset, '421 4.3.2 closing', '250 ok'] as const;
    let at = 0;
    const first = await scripted({
      mail: (socket) => {
        const turn = turns[(at += 1) % turns.length];
        if (typeof turn === 'function') turn(socket);
        else socket.write(`${turn}\r\n`);
      },
    });
    const mails = both(first.url);

    const ids = Array.from({ length: 40 }, (_, n) => `m${n}`);
    const receipts = await Promise.all(ids.map((idempotencyKey) => mails.send(mail, { idempotencyKey })));

    const bySecond = second.mails.map(({ header }) => header('X-Guildhall-Message-Id'));
    expect(new Set(bySecond).size).toBe(bySecond.length);
    expect(bySecond.length + first.handedOver()).toBe(40);
    expect(receipts.filter(({ provider }) => provider === 'smtp-2')).toHaveLength(bySecond.length);
  });
});

describe('two accounts for text messages', () => {
  const text: Sms = { to: '+447700900123', body: 'Hello' };
  let [first, second]: HttpFake[] = [];
  beforeEach(async () => {
    [first, second] = await Promise.all([0, 1].map(() => httpFake({ status: 201, body: { sid: 'SM1' } })));
    closing.push(
      () => first!.close(),
      () => second!.close(),
    );
  });

  const both = (timeLimitMs = 10_000) => {
    const account = { accountSid: `AC${'a'.repeat(32)}`, authToken: 'secret', state: 'sandbox', timeLimitMs } as const;
    const pace = { from: '+15005550006', perSecond: 100 };
    const texts = failover([
      sms({ ...account, ...pace, baseUrl: first!.url }),
      sms({ ...account, ...pace, name: 'twilio-2', baseUrl: second!.url }),
    ]);
    closing.push(() => texts.close());
    return texts;
  };
  const calls = () => [first!.calls.length, second!.calls.length];

  it.each([
    ['fails', { status: 503 }],
    ['refuses our account', { status: 401, body: { code: 20_003 } }],
    ['refuses our number', { status: 400, body: { code: 21_606 } }],
    ['asks for a long rest', { status: 429, headers: { 'retry-after': '60' } }],
  ])('bring it by the second when the first %s', async (_how, answer) => {
    first!.answer(answer);

    expect(await both().send(text, options)).toMatchObject({ provider: 'twilio-2' });
    expect(calls()).toEqual([1, 1]);
  });

  it.each([
    ['hangs', 'hang' as const],
    ['loses sight of it', { status: 504 }],
    ['answers nonsense', { status: 201, body: 'what?' }],
  ])('leave it with the first, which %s', async (_how, answer) => {
    first!.answer(answer);

    await expect(both(500).send(text, options)).rejects.toMatchObject({ provider: 'twilio', unclear: true });
    expect(calls()).toEqual([1, 0]);
  });

  it.each([
    ['asks for a moment', { status: 429, headers: { 'retry-after': '2' } }, false],
    ['refuses the number', { status: 400, body: { code: 21_211 } }, true],
  ])('wait for the first, which %s', async (_how, answer, permanent) => {
    first!.answer(answer);

    await expect(both().send(text, options)).rejects.toMatchObject({ permanent, unclear: false });
    expect(calls()).toEqual([1, 0]);
  });

  it('let those who wait for the first go when it is given a rest', async () => {
    first!.answer({ status: 429, headers: { 'retry-after': '60' } });
    const texts = both();

    const sent = await Promise.all(
      Array.from({ length: 150 }, (_, n) => texts.send(text, { idempotencyKey: `m${n}` })),
    );

    expect(sent.map(({ provider }) => provider)).toEqual(sent.map(() => 'twilio-2'));
    expect(second!.calls).toHaveLength(150);
    expect(first!.calls.length).toBeLessThanOrEqual(16);
  });
});
