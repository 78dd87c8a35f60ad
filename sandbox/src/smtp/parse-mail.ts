import PostalMime, { type Email } from 'postal-mime';
import { type Message, rawText } from '../messages/message.ts';

export type Attachment = Readonly<{ filename: string; mimeType: string; bytes: number; contentId?: string }>;

export type Mail = Readonly<{
  subject: string;
  text: string;
  html?: string;
  messageId?: string;
  headers: Readonly<Record<string, string>>;
  attachments: readonly Attachment[];
}>;

/** A mail as a reader sees it. What is no proper mail comes out with empty parts: SMTP takes any bytes. */
export async function parseMail(source: Buffer): Promise<Mail> {
  const email = await PostalMime.parse(source);
  return {
    subject: email.subject ?? '',
    text: email.text?.trimEnd() ?? wordsOf(email.html ?? ''),
    ...(email.html && { html: email.html }),
    ...(email.messageId && { messageId: email.messageId }),
    headers: headersOf(email),
    attachments: email.attachments.map((attachment) => ({
      filename: attachment.filename ?? 'attachment',
      mimeType: attachment.mimeType,
      bytes: bytesOf(attachment.content).byteLength,
      ...(attachment.contentId && { contentId: attachment.contentId }),
    })),
  };
}

/** What a mail that was kept as it came says. */
export async function readMail(message: Message): Promise<Partial<Message>> {
  const { subject, text, html, ...about } = await parseMail(Buffer.from(rawText(message, 'source'), 'latin1'));
  return { subject, text, ...(html && { html }), raw: { ...message.raw, ...about } };
}

/** One attachment's bytes, read from the mail's source when somebody asks for it. */
export async function readAttachment(source: string, index: number): Promise<Uint8Array | undefined> {
  const { attachments } = await PostalMime.parse(Buffer.from(source, 'latin1'));
  const found = attachments[index];
  return found && bytesOf(found.content);
}

const bytesOf = (content: string | ArrayBuffer | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);

/** Lower-case names; a header that occurs more than once has its values one per line. */
function headersOf(email: Email): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, value } of email.headers) headers[key] = key in headers ? `${headers[key]}\n${value}` : value;
  return headers;
}

const wordsOf = (html: string): string =>
  html
    .replace(/<(style|script|head)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
