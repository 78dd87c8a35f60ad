import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { mailSource } from './mail-source.ts';

const given = {
  from: 'Guildhall <hello@guildhall.example>',
  to: 'ada@example.org',
  subject: 'Are you safe?',
  html: '<p>Are you safe?</p>',
  text: 'Are you safe?',
  headers: { 'Message-ID': '<m1@guildhall.example>', 'Auto-Submitted': 'auto-generated' },
};

describe('the source of a mail', () => {
  it('reads as it was meant', async () => {
    const read = await PostalMime.parse(mailSource(given));

    expect(read).toMatchObject({
      from: { name: 'Guildhall', address: 'hello@guildhall.example' },
      to: [{ address: 'ada@example.org' }],
      subject: 'Are you safe?',
      messageId: '<m1@guildhall.example>',
    });
    expect([read.text?.trim(), read.html?.trim()]).toEqual([given.text, given.html]);
  });

  it('names the day it was written', async () => {
    const { date = '' } = await PostalMime.parse(mailSource(given));

    expect(Math.abs(Date.parse(date) - Date.now())).toBeLessThan(60_000);
  });

  it('keeps what other scripts write, in the sender’s name too', async () => {
    const name = { from: 'Größe 家 <hello@guildhall.example>', subject: 'Êtes-vous en sécurité ? 家'.repeat(6) };
    const read = await PostalMime.parse(mailSource({ ...given, ...name, text: 'naïve 🙂' }));

    expect([read.from?.name, read.subject, read.text?.trim()]).toEqual(['Größe 家', name.subject, 'naïve 🙂']);
  });

  it('has no line that a server would cut, and nothing but ASCII', () => {
    const long = 'é'.repeat(5_000);
    const source = mailSource({ ...given, subject: long, html: 'a'.repeat(5_000), text: long });

    expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(source).toMatch(/^[\t\r\n\x20-\x7e]*$/);
  });

  it('keeps every line of a text', async () => {
    const text = 'one\ntwo\r\nthree\r.\n..four';
    const read = await PostalMime.parse(mailSource({ ...given, text }));

    expect(read.text?.trim().split(/\r?\n/)).toEqual(['one', 'two', 'three', '.', '..four']);
  });

  it('lets nothing begin a header of its own', async () => {
    const { headers } = await PostalMime.parse(mailSource({ ...given, subject: 'x\r\nBcc: eve@example.org' }));

    expect(headers.map(({ key }) => key)).not.toContain('bcc');
  });
});
