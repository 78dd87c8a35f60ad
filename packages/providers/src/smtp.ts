import { createTransport } from 'nodemailer';
import type { Readable } from 'node:stream';
import { guarded, type Surroundings } from './guarded.ts';
import type { Mail, MailAttachment } from './mail.ts';
import { mailSource } from './mail-source.ts';
import type { Provider } from './provider.ts';
import { ProviderError } from './provider-error.ts';
import { smtpFailure } from './smtp-failure.ts';

export type SmtpOptions = Surroundings &
  Readonly<{
    /** What the account is called; smtp when absent. */
    name?: string;
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
    /** How long the server may take before it asks for the mail itself: until then it surely has not taken it. */
    greetingLimitMs?: number;
  }>;

/**
 * Mail over SMTP on pooled connections. `Message-ID` and `X-Guildhall-Message-Id` come from the idempotency key, so that
 * a repeat after a crash can be recognised by whoever receives both.
 */
export function smtp(options: SmtpOptions): Provider<Mail> {
  const { name = 'smtp', from, state, connections = 10, emergencyConnections = 10, sharing, alert } = options;
  const { timeLimitMs = 10_000, greetingLimitMs = 5_000 } = options;
  const transport = openTransport(options, connections + emergencyConnections, timeLimitMs);
  const sender = /<([^<>]+)>/.exec(from)?.[1] ?? from;
  const domain = sender.slice(sender.indexOf('@') + 1);

  return guarded<Mail>({
    name,
    state,
    sharing,
    alert,
    limits: { concurrency: connections },
    emergencyLimits: { concurrency: emergencyConnections },
    timeLimitMs,
    failure: (error) => smtpFailure(error, true),
    close: () => transport.close(),
    call: async (mail, { idempotencyKey, signal }) => {
      const messageId = `<${idempotencyKey}@${domain}>`;
      const handover = watchHandover(greetingLimitMs, signal);
      try {
        const envelope = { from: sender, to: { name: '', address: mail.to } };
        const message = { ...sourceOf(mail, from, messageId, idempotencyKey), handover };
        await Promise.race([
          transport.sendMail({ envelope, ...message, messageId, signal: handover.signal }),
          handover.late,
        ]);
        return { providerMessageId: messageId };
      } catch (error) {
        throw error instanceof ProviderError ? error : smtpFailure(error, handover.isDone());
      } finally {
        handover.stop();
      }
    },
  });
}

type Handover = ReturnType<typeof watchHandover>;

function openTransport({ url, state }: SmtpOptions, maxConnections: number, socketTimeout: number) {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections,
    maxMessages: Number.MAX_SAFE_INTEGER,
    maxRequeues: 1,
    connectionTimeout: 3_000,
    greetingTimeout: 3_000,
    socketTimeout,
    ignoreTLS: state === 'sandbox',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The library reads the mail's source only when the server has asked for it.
  transport.use('stream', ({ data, message }, next) => {
    const read = message.createReadStream.bind(message);
    message.createReadStream = (given) => {
      const source = read(given);
      (data as { handover?: Handover }).handover?.watch(source);
      return source;
    };
    next();
  });
  return transport;
}

/** Knows whether a mail's source was asked for, and gives up a server that does not get that far in time. */
function watchHandover(limitMs: number, outer: AbortSignal) {
  let source: Readable | undefined;
  const isDone = (): boolean => source?.readableDidRead ?? false;
  const given = new AbortController();
  const giveUp = (): void => given.abort(outer.reason);
  outer.addEventListener('abort', giveUp, { once: true });
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    if (isDone()) return;
    const error = new ProviderError('The mail server did not answer in time.', { permanent: false, outage: true });
    reject(error);
    given.abort(error);
  }, limitMs);
  return {
    isDone,
    late,
    signal: given.signal,
    watch: (given: Readable) => void (source = given),
    stop: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', giveUp);
    },
  };
}

function sourceOf(mail: Mail, from: string, messageId: string, idempotencyKey: string) {
  const { to, subject, html, text, attachments = [], replyTo, headers: further = {} } = mail;
  const headers = { ...further, 'X-Guildhall-Message-Id': idempotencyKey, 'Auto-Submitted': 'auto-generated' };
  const reply = replyTo === undefined ? {} : { 'Reply-To': replyTo };
  if (attachments.length === 0) {
    return {
      raw: mailSource({ from, to, subject, html, text, headers: { 'Message-ID': messageId, ...reply, ...headers } }),
    };
  }
  // Recipients as objects are one address each, whatever commas they may hold.
  const addressed = {
    from,
    to: { name: '', address: to },
    ...(replyTo && { replyTo: { name: '', address: replyTo } }),
  };
  return { ...addressed, subject, html, text, attachments: attachments.map(attached), headers };
}

const attached = ({ name, contentType, content }: MailAttachment) => ({
  filename: name,
  contentType,
  content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
});
