import type { GraphMessage } from './send-mail.ts';

const BOUNDARY = '=_graph_sandbox';

/** The mail as Exchange would hand it on: what the inbox shows is read from it as from any other. */
export function mailSource(
  message: GraphMessage,
  about: Readonly<{ from: string; to: readonly string[]; id: string; at: Date }>,
): string {
  const { subject, body, replyTo = [], internetMessageHeaders = [], attachments = [] } = message;
  const type = /^text$/i.test(body?.contentType ?? '') ? 'text/plain' : 'text/html';
  const head = [
    ['From', about.from],
    ['To', about.to.join(', ')],
    ['Subject', encoded(subject ?? '')],
    ['Date', about.at.toUTCString()],
    ['Message-ID', `<${about.id}@graph.sandbox>`],
    ...replyTo.map(({ emailAddress }) => ['Reply-To', emailAddress?.address ?? '']),
    ...internetMessageHeaders.map(({ name, value }) => [name ?? '', value ?? '']),
    ...(message.singleValueExtendedProperties ?? []).map(({ id, value }) => [id?.split(' ').at(-1) ?? '', value ?? '']),
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/mixed; boundary="${BOUNDARY}"`],
  ];
  return [
    ...head.map(([name, value]) => `${name}: ${String(value).replaceAll(/[\r\n]+/g, ' ')}`),
    '',
    part(`${type}; charset=utf-8`, Buffer.from(body?.content ?? '').toString('base64')),
    ...attachments.map(({ name, contentType, contentBytes }) =>
      part(
        contentType ?? 'application/octet-stream',
        contentBytes ?? '',
        `attachment; filename="${encoded(name ?? '')}"`,
      ),
    ),
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n');
}

function part(type: string, base64: string, disposition?: string): string {
  const lines = base64.match(/.{1,76}/g) ?? [];
  const head = [`--${BOUNDARY}`, `Content-Type: ${type}`, 'Content-Transfer-Encoding: base64'];
  return [...head, ...(disposition ? [`Content-Disposition: ${disposition}`] : []), '', ...lines].join('\r\n');
}

/** RFC 2047. */
const encoded = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
