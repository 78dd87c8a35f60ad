import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { FaultBoard } from '../faults/fault-board.ts';
import type { MessageStore } from '../messages/message-store.ts';
import { SmtpRefusal, strikeSmtp } from './smtp-fault.ts';

const maxBytes = 25 * 1024 * 1024;

const manners = {
  name: 'sandbox',
  banner: 'Guildhall sandbox',
  authOptional: true,
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  size: maxBytes,
  maxClients: 500,
  closeTimeout: 500,
};

type Deps = Readonly<{ store: MessageStore; faults: FaultBoard; report: (error: unknown) => void }>;

/** A mail server that takes everything, for everyone, and says 250 only once the mail is on disk. */
export function smtpServer({ store, faults, report }: Deps) {
  const sockets = new Map<string, Socket>();
  const drop = (session: SMTPServerSession) => sockets.get(placeOf(session))?.resetAndDestroy();
  const server = new SMTPServer({
    ...manners,
    onAuth: (auth, _session, done) => done(null, { user: auth.username }),
    onRcptTo: ({ address }, session, done) =>
      settle(done, async () => {
        await strikeSmtp(faults, 'rcpt', [address], () => drop(session));
      }),
    onData: (stream, session, done) =>
      settle(done, async () => {
        const source = await readAll(stream);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        const fault = await strikeSmtp(faults, 'data', recipients, () => drop(session));
        await receive(store, session, source);
        if (fault?.effect === 'duplicate') drop(session);
      }),
  });
  server.server.on('connection', (socket) => {
    const place = placeOf(socket);
    sockets.set(place, socket);
    socket.once('close', () => sockets.delete(place));
  });
  // A client that goes away in the middle of a conversation is its own affair.
  server.on('error', (error) => {
    if (!('code' in error) || error.code !== 'ECONNRESET') report(error);
  });
  return { listen: (port: number, host: string) => listen(server, port, host), close: () => close(server) };
}

const placeOf = ({ remoteAddress, remotePort }: Pick<Socket, 'remoteAddress' | 'remotePort'>): string =>
  `${remoteAddress}:${remotePort}`;

/** Resolves with the port once mail is taken; rejects when the port cannot be had. */
const listen = (server: SMTPServer, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => resolve((server.server.address() as AddressInfo).port));
  });

const close = (server: SMTPServer): Promise<void> => new Promise((resolve) => server.close(resolve));

/** Each recipient gets an entry of their own, as each would have got the mail. */
async function receive(store: MessageStore, session: SMTPServerSession, source: Buffer): Promise<void> {
  const { mailFrom, rcptTo } = session.envelope;
  const raw = {
    from: mailFrom ? mailFrom.address : '',
    recipients: rcptTo.map(({ address }) => address),
    // One character per byte: JSON keeps it as it came, whatever its encoding.
    source: source.toString('latin1'),
  };
  const entries = rcptTo.map(({ address }) => ({
    channel: 'email' as const,
    to: address,
    text: '',
    raw,
  }));
  try {
    await Promise.all(entries.map((entry) => store.record(entry)));
  } catch (error) {
    throw Object.assign(new SmtpRefusal(451, 'The mail could not be stored'), { cause: error });
  }
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw new SmtpRefusal(552, `The mail is larger than ${maxBytes} bytes`);
  return Buffer.concat(chunks);
}

function settle(done: (error?: Error | null) => void, work: () => Promise<void>): void {
  work().then(
    () => done(),
    (error: unknown) => done(error instanceof Error ? error : new Error('refused', { cause: error })),
  );
}
