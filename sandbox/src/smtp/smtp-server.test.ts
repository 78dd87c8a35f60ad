import { connect } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { createTransport, type Transporter } from 'nodemailer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../messages/message.ts';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
let transport: Transporter;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.store.clear();
  await sandbox.call('DELETE', '/sandbox/faults');
  transport = createTransport({ host: '127.0.0.1', port: sandbox.smtpPort });
});
afterEach(() => transport.close());

const letter = {
  from: 'Guildhall <hello@guildhall.example>',
  to: 'ada@example.org',
  subject: 'Your code',
  text: '123456',
};
const only = async (): Promise<Message> => {
  const [first, ...others] = await sandbox.messages('?channel=email');
  expect(others).toEqual([]);
  return first as Message;
};
const fault = (more: object) => sandbox.call('PUT', '/sandbox/faults', { provider: 'smtp', times: 1, ...more });

describe('the mail server', () => {
  it('keeps subject, text, html and headers of a mail', async () => {
    const headers = { 'X-Guildhall-Message-Id': 'msg-1' };
    await transport.sendMail({ ...letter, html: '<b>123456</b>', messageId: '<one@guildhall>', headers });
    expect(await only()).toMatchObject({
      to: 'ada@example.org',
      subject: 'Your code',
      text: '123456',
      html: expect.stringContaining('<b>123456</b>') as string,
      raw: {
        messageId: '<one@guildhall>',
        from: 'hello@guildhall.example',
        headers: { 'x-guildhall-message-id': 'msg-1' },
      },
    });
  });

  it('keeps the mail as it came', async () => {
    await transport.sendMail(letter);
    expect((await only()).raw.source).toMatch(/^From: Guildhall[\s\S]*Subject: Your code\r\n[\s\S]*123456/);
  });

  it('reads other scripts', async () => {
    await transport.sendMail({ ...letter, subject: 'Grüße an Ωmega 🙂', text: 'מפתח' });
    expect(await only()).toMatchObject({ subject: 'Grüße an Ωmega 🙂', text: 'מפתח' });
  });

  it('lists attachments without their bytes', async () => {
    await transport.sendMail({
      ...letter,
      attachments: [{ filename: 'visit.ics', content: Buffer.from('BEGIN'), contentType: 'text/calendar' }],
    });
    expect((await only()).raw.attachments).toEqual([
      { filename: 'visit.ics', mimeType: 'text/calendar', bytes: expect.any(Number) as number },
    ]);
  });

  it('gives the words of a mail that has only HTML', async () => {
    await transport.sendMail({ ...letter, text: undefined, html: '<style>b{}</style><p>Hello <b>Ada</b></p>' });
    expect((await only()).text).toBe('Hello Ada');
  });

  it('delivers once to each recipient', async () => {
    await transport.sendMail({ ...letter, to: 'ada@example.org, Bob@example.org' });
    expect((await sandbox.messages('?to=BOB@example.org')).map(({ to }) => to)).toEqual(['Bob@example.org']);
    expect(await sandbox.messages()).toHaveLength(2);
  });

  it('has a mail on disk when it says 250', async () => {
    await transport.sendMail(letter);
    sandbox = await sandbox.restart();
    expect(await only()).toMatchObject({ to: 'ada@example.org' });
  });

  it('takes mail from clients that log in, with any password', async () => {
    const auth = { user: 'mailer', pass: 'whatever' };
    const authenticated = createTransport({ host: '127.0.0.1', port: sandbox.smtpPort, auth });
    await authenticated.sendMail(letter);
    authenticated.close();
    expect((await only()).to).toBe('ada@example.org');
  });

  it('refuses for now, or for good, as it is told', async () => {
    await fault({ status: 451 });
    await expect(transport.sendMail(letter)).rejects.toMatchObject({ responseCode: 451, command: 'RCPT TO' });
    await fault({ status: 550 });
    await expect(transport.sendMail(letter)).rejects.toMatchObject({ responseCode: 550 });
    await transport.sendMail(letter);
    await only();
  });

  it('refuses the content when the fault says so', async () => {
    await fault({ status: 452, stage: 'data' });
    await expect(transport.sendMail(letter)).rejects.toMatchObject({ responseCode: 452, command: 'DATA' });
    expect(await sandbox.messages()).toEqual([]);
  });

  it('refuses only the recipient that a fault names', async () => {
    await fault({ status: 550, match: 'bob@' });
    const { accepted, rejected } = await transport.sendMail({ ...letter, to: ['ada@example.org', 'bob@example.org'] });
    expect([accepted, rejected]).toEqual([['ada@example.org'], ['bob@example.org']]);
    expect((await only()).to).toBe('ada@example.org');
  });

  it('bounces an address for as long as it is told to', async () => {
    await sandbox.call('PUT', '/sandbox/faults', { provider: 'smtp', status: 550, match: 'gone@' });
    for (let time = 0; time < 3; time += 1) {
      await expect(transport.sendMail({ ...letter, to: 'gone@example.org' })).rejects.toMatchObject({
        responseCode: 550,
      });
    }
    await transport.sendMail(letter);
    await only();
  });

  it('refuses a mail that says it is too large, before it comes', async () => {
    const socket = connect(sandbox.smtpPort, '127.0.0.1');
    // Who speaks before the greeting is sent away.
    await once(socket, 'readable');
    socket.write('EHLO me\r\nMAIL FROM:<a@b.example> SIZE=26214401\r\nQUIT\r\n');
    expect(await text(socket)).toContain('\n552 ');
  });

  it('drops the connection and keeps nothing', async () => {
    await fault({ effect: 'reset' });
    await expect(transport.sendMail(letter)).rejects.toThrow(/ECONNRESET|closed|421/);
    expect(await sandbox.messages()).toEqual([]);
  });

  it('keeps a mail and loses the answer', async () => {
    await fault({ effect: 'duplicate' });
    await expect(transport.sendMail(letter)).rejects.toThrow(/ECONNRESET|closed/);
    await transport.sendMail(letter);
    expect(await sandbox.messages()).toHaveLength(2);
  });

  it('answers late when told to', async () => {
    await fault({ delayMs: 120 });
    const started = performance.now();
    await transport.sendMail(letter);
    expect(performance.now() - started).toBeGreaterThanOrEqual(110);
  });

  it('survives a client that goes away in the middle of a mail', async () => {
    const socket = connect(sandbox.smtpPort, '127.0.0.1');
    await once(socket, 'data');
    socket.write('EHLO me\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<ada@example.org>\r\nDATA\r\n');
    await once(socket, 'data');
    socket.resetAndDestroy();
    await transport.sendMail(letter);
    expect((await only()).to).toBe('ada@example.org');
  });
});
