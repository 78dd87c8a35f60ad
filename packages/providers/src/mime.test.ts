import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { mime, type MimeMail } from './mime.ts';

const at = new Date('2026-03-02T09:00:00Z');
const plain: MimeMail = {
  from: 'Guildhall <hello@guildhall.example>',
  to: 'ada@example.org',
  subject: 'Your code',
  html: '<p>123456</p>',
  text: '123456',
  messageId: '<m1@guildhall.example>',
  headers: { 'X-Guildhall-Message-Id': 'm1' },
};
const read = (change: Partial<MimeMail>) => PostalMime.parse(mime({ ...plain, ...change }, at));

// Whole characters, without control characters: what the templates let through.
const line = fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.replaceAll(/\s+/g, ' ').trim());

describe('a mail', () => {
  it('reads as it was written', async () => {
    const { from, to, subject, html, text, messageId, date } = await read({});

    expect(from).toMatchObject({ name: 'Guildhall', address: 'hello@guildhall.example' });
    expect(to).toMatchObject([{ address: 'ada@example.org' }]);
    expect([subject, html?.trim(), text?.trim()]).toEqual(['Your code', '<p>123456</p>', '123456']);
    expect([messageId, date]).toEqual(['<m1@guildhall.example>', '2026-03-02T09:00:00.000Z']);
  });

  it('keeps every character of every script in subject and parts', async () => {
    await fc.assert(
      fc.asyncProperty(line, line, async (subject, body) => {
        const mail = await read({ subject, html: body, text: body });
        expect([mail.subject ?? '', mail.text?.trim() ?? '', mail.html?.trim() ?? '']).toEqual([subject, body, body]);
      }),
    );
  });

  it('gives no line that a mail server may cut', () => {
    fc.assert(
      fc.property(line, fc.string({ unit: 'grapheme', minLength: 900, maxLength: 3_000 }), (subject, body) => {
        const longest = Math.max(
          ...mime({ ...plain, subject, html: body, text: body }, at)
            .split('\r\n')
            .map((row) => row.length),
        );
        expect(longest).toBeLessThanOrEqual(998);
      }),
    );
  });

  it('has lines that end as the standard says', () => {
    expect(mime({ ...plain, text: 'one\ntwo\r\nthree' }, at).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('lets no value begin a header of its own', () => {
    const attack = 'x\r\nBcc: eve@example.org';
    const raw = mime({ ...plain, subject: attack, to: attack, from: attack, messageId: attack }, at);

    expect(raw.split('\r\n').filter((row) => row.startsWith('Bcc'))).toEqual([]);
  });

  it.each(['Gildia Łódź', 'Guild, "North"', ''])('comes from %j under that name', async (name) => {
    const { from } = await read({ from: `${name} <hello@guildhall.example>` });

    expect(from).toMatchObject({ name: name.replaceAll('"', ''), address: 'hello@guildhall.example' });
  });
});
