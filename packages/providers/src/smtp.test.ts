import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mail } from './mail.ts';
import type { Provider } from './provider.ts';
import { smtp } from './smtp.ts';
import { type SmtpFake, smtpFake } from './testing.ts';

let server: SmtpFake;
let mails: Provider<Mail>;

beforeEach(async () => {
  server = await smtpFake();
  mails = smtp({ url: server.url, from: 'Guildhall <hello@guildhall.example>', state: 'sandbox', connections: 2 });
});
afterEach(async () => {
  await mails.close();
  await server.close();
});

const mail: Mail = { to: 'ada@example.org', subject: 'Your code', html: '<p>123456</p>', text: '123456' };

describe('mail over SMTP', () => {
  it('reaches its recipient with both parts', async () => {
    await mails.send(mail, { idempotencyKey: 'm1' });

    const [sent] = server.mails;
    expect(sent?.to).toEqual(['ada@example.org']);
    expect(sent?.raw).toContain('text/plain');
    expect(sent?.raw).toContain('<p>123456</p>');
  });

  it('carries what hangs on it, byte by byte', async () => {
    const content = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const attachments = [{ name: 'Übersicht.bin', contentType: 'application/octet-stream', content }];

    await mails.send({ ...mail, attachments }, { idempotencyKey: 'm1' });

    const [read] = (await PostalMime.parse(server.mails[0]?.raw ?? '')).attachments;
    expect(read).toMatchObject({ filename: 'Übersicht.bin', mimeType: 'application/octet-stream' });
    expect(new Uint8Array(read?.content as ArrayBuffer)).toEqual(content);
  });

  it('keeps every character of every script', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.replaceAll(/\s+/g, ' ').trim());
    await fc.assert(
      fc.asyncProperty(line, line, async (subject, body) => {
        await mails.send({ ...mail, subject, html: body, text: body }, { idempotencyKey: 'm1' });
        const read = await PostalMime.parse(server.mails.at(-1)?.raw ?? '');
        expect([read.subject ?? '', read.text?.trim() ?? '', read.html?.trim() ?? '']).toEqual([subject, body, body]);
      }),
      { numRuns: 50 },
    );
  });

  it('lets no subject begin a header of its own', async () => {
    await mails.send({ ...mail, subject: 'x\r\nBcc: eve@example.org' }, { idempotencyKey: 'm1' });

    expect(server.mails[0]?.header('Bcc')).toBeUndefined();
  });

  it('carries the same marks at every try of one message', async () => {
    const first = await mails.send(mail, { idempotencyKey: 'm1' });
    const second = await mails.send(mail, { idempotencyKey: 'm1' });

    expect(first).toEqual({ providerMessageId: '<m1@guildhall.example>' });
    expect(second).toEqual(first);
    expect(server.mails.map(({ header }) => header('X-Guildhall-Message-Id'))).toEqual(['m1', 'm1']);
  });

  it('takes a recipient as one address, whatever it holds', async () => {
    await expect(
      mails.send({ ...mail, to: 'a@example.org, b@example.org' }, { idempotencyKey: 'm1' }),
    ).rejects.toMatchObject({ permanent: true });
    expect(server.mails).toEqual([]);
  });

  it('says in words that carry no address why a recipient was refused', async () => {
    server.refuse('rcpt', 550, '5.1.1 <ada@example.org> unknown');

    await expect(mails.send(mail, { idempotencyKey: 'm1' })).rejects.toMatchObject({
      permanent: true,
      reason: expect.not.stringContaining('ada'),
    });
  });

  it('sends many at once over few connections', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, i) => mails.send(mail, { idempotencyKey: `m${i}` })));

    expect(new Set(server.mails.map(({ header }) => header('Message-ID'))).size).toBe(50);
  });

  it('is failing while nobody answers, and works again when somebody does', async () => {
    expect(mails.state()).toBe('sandbox');
    await server.close();

    const tries = Array.from({ length: 5 }, (_, i) => mails.send(mail, { idempotencyKey: `m${i}` }));
    await Promise.allSettled(tries);

    expect(mails.state()).toBe('failing');
  });
});
