import { describe, expect, it } from 'vitest';
import { parseMail, readAttachment } from './parse-mail.ts';

const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
const withAttachment = mail(
  'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=',
  'Message-ID: <one@guildhall>',
  'Received: from a',
  'Received: from b',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'caf=E9',
  '--x',
  'Content-Type: image/png',
  'Content-ID: <logo>',
  'Content-Disposition: inline; filename=logo.png',
  'Content-Transfer-Encoding: base64',
  '',
  'AQID',
  '--x--',
);

describe('a mail', () => {
  it('is decoded, whatever its encodings', async () => {
    expect(await parseMail(withAttachment)).toMatchObject({
      subject: 'Grüße',
      text: 'café',
      messageId: '<one@guildhall>',
      attachments: [{ filename: 'logo.png', mimeType: 'image/png', bytes: 3, contentId: '<logo>' }],
    });
  });

  it('keeps every value of a header that occurs more than once', async () => {
    expect((await parseMail(withAttachment)).headers.received).toBe('from a\nfrom b');
  });

  it('gives the bytes of an attachment', async () => {
    expect(await readAttachment(withAttachment.toString('latin1'), 0)).toEqual(Uint8Array.of(1, 2, 3));
    expect(await readAttachment(withAttachment.toString('latin1'), 1)).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['no headers', '\r\n\r\nhello'],
    ['bytes that mean nothing', '\u0000\u0001\u00ff'],
  ])('of %s is taken as it is', async (_what, source) => {
    expect(await parseMail(Buffer.from(source, 'latin1'))).toMatchObject({ subject: '', attachments: [] });
  });
});
