import { createTransport } from 'nodemailer';
import { guarded } from './guarded.ts';
import { mailSource } from './mail-source.ts';
import type { Provider } from './provider.ts';
import { smtpFailure } from './smtp-failure.ts';

export type MailAttachment = Readonly<{ name: string; contentType: string; content: Uint8Array }>;

export type Mail = Readonly<{
  to: string;
  subject: string;
  html: string;
  text: string;
  attachments?: readonly MailAttachment[];
}>;

export type SmtpOptions = Readonly<{
  /** `smtp://user:password@host:port` or `smtps://`; STARTTLS is used where the server offers it. */
  url: string;
  /** `Guildhall <hello@guildhall.example>`. */
  from: string;
  state: 'real' | 'sandbox';
  /** Mails on the way at once, each on a connection of its own. */
  connections?: number;
  /** Further connections, for emergencies alone. */
  emergencyConnections?: number;
  timeLimitMs?: number;
}>;

/**
 * Mail over SMTP on pooled connections. `Message-ID` and `X-Guildhall-Message-Id` come from the idempotency key, so that
 * a repeat after a crash can be recognised by whoever receives both.
 */
export function smtp(options: SmtpOptions): Provider<Mail> {
  const { url, from, state, connections = 10, emergencyConnections = 10, timeLimitMs = 10_000 } = options;
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections + emergencyConnections,
    maxMessages: Number.MAX_SAFE_INTEGER,
    maxRequeues: 1,
    connectionTimeout: 3_000,
    greetingTimeout: 3_000,
    socketTimeout: timeLimitMs,
    ignoreTLS: state === 'sandbox',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const sender = /<([^<>]+)>/.exec(from)?.[1] ?? from;
  const domain = sender.slice(sender.indexOf('@') + 1);

  return guarded<Mail>({
    name: 'smtp',
    state,
    limits: { concurrency: connections },
    emergencyLimits: { concurrency: emergencyConnections },
    timeLimitMs,
    failure: smtpFailure,
    close: () => transport.close(),
    call: async ({ to, subject, html, text, attachments = [] }, { idempotencyKey, signal }) => {
      const messageId = `<${idempotencyKey}@${domain}>`;
      const headers = { 'X-Guildhall-Message-Id': idempotencyKey, 'Auto-Submitted': 'auto-generated' };
      // Recipients as objects are one address each, whatever commas they may hold.
      const recipient = { name: '', address: to };
      const envelope = { from: sender, to: recipient };
      const content = { subject, html, text };
      const message =
        attachments.length > 0
          ? { from, to: recipient, ...content, attachments: attachments.map(attached), headers }
          : { raw: mailSource({ from, to, ...content, headers: { 'Message-ID': messageId, ...headers } }) };
      await transport.sendMail({ envelope, ...message, messageId, signal });
      return { providerMessageId: messageId };
    },
  });
}

const attached = ({ name, contentType, content }: MailAttachment) => ({
  filename: name,
  contentType,
  content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
});
