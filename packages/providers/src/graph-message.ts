import type { Mail, MailAttachment } from './mail.ts';

// Graph takes only X- headers as headers. Any other is a property of the message in this set of names (PS_INTERNET_HEADERS).
const INTERNET_HEADERS = '{00020386-0000-0000-C000-000000000046}';

/** The body of `sendMail`. Exchange makes the plain part from the HTML itself. */
export function graphMessage(mail: Mail, idempotencyKey: string) {
  const { to, subject, html, attachments = [], replyTo, headers = {} } = mail;
  const all = Object.entries(headers).map(([name, value]) => ({ name, value: value.replaceAll(/[\r\n]+/g, ' ') }));
  const properties = all.filter(({ name }) => !isOwn(name));
  return {
    message: {
      subject,
      body: { contentType: 'HTML', content: html },
      toRecipients: [recipient(to)],
      ...(replyTo !== undefined && { replyTo: [recipient(replyTo)] }),
      internetMessageHeaders: [
        { name: 'X-Guildhall-Message-Id', value: idempotencyKey },
        ...all.filter(({ name }) => isOwn(name)),
      ],
      ...(properties.length > 0 && { singleValueExtendedProperties: properties.map(property) }),
      ...(attachments.length > 0 && { attachments: attachments.map(attached) }),
    },
    saveToSentItems: false,
  };
}

const isOwn = (name: string): boolean => /^x-/i.test(name);

const recipient = (address: string) => ({ emailAddress: { address } });

const property = ({ name, value }: Readonly<{ name: string; value: string }>) => ({
  id: `String ${INTERNET_HEADERS} Name ${name}`,
  value,
});

const attached = ({ name, contentType, content }: MailAttachment) => ({
  '@odata.type': '#microsoft.graph.fileAttachment',
  name,
  contentType,
  contentBytes: Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('base64'),
});
