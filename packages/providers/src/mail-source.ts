import { encodeWords, foldLines } from 'nodemailer/lib/mime-funcs';
import { encode, wrap } from 'nodemailer/lib/qp';
import { randomUUID } from 'node:crypto';

export type MailParts = Readonly<{
  /** As `From` shows it: `Guildhall <hello@guildhall.example>`. */
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Further headers: ASCII; what would begin another line is taken out. */
  headers: Readonly<Record<string, string>>;
}>;

/**
 * The source of a mail with a plain and an HTML part and nothing attached (RFC 5322, RFC 2046), ready for SMTP. The
 * library's own composer takes twice the processor time for the same, and in an emergency that is what people wait for.
 */
export function mailSource({ from, to, subject, html, text, headers }: MailParts): string {
  const boundary = `=_${randomUUID()}`;
  const head = {
    From: encodeWords(oneLine(from), 'Q'),
    To: oneLine(to),
    Subject: encodeWords(oneLine(subject), 'Q', 52, true),
    ...headers,
    Date: new Date().toUTCString().replace('GMT', '+0000'),
    'MIME-Version': '1.0',
    'Content-Type': `multipart/alternative; boundary="${boundary}"`,
  };
  return [
    ...Object.entries(head).map(([name, value]) => foldLines(`${name}: ${oneLine(value)}`, 76)),
    '',
    ...[part('text/plain', text), part('text/html', html)].map((body) => `--${boundary}\r\n${body}`),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

const part = (contentType: string, content: string): string =>
  [
    `Content-Type: ${contentType}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    wrap(encode(content.replaceAll(/\r\n|\r|\n/g, '\r\n'))),
  ].join('\r\n');

const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');
