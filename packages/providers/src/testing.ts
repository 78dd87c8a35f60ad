import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

// Far ends for tests: as small as a vendor can be.

export type FakeAnswer = Readonly<{ status?: number; headers?: Record<string, string>; body?: unknown }>;
export type FakeCall = Readonly<{ path: string; headers: IncomingHttpHeaders; body: string }>;

export type HttpFake = Readonly<{
  url: string;
  calls: readonly FakeCall[];
  /** What the next calls get; `hang` never answers. */
  answer(next: FakeAnswer | 'hang' | ((call: FakeCall) => FakeAnswer)): void;
  close(): Promise<void>;
}>;

/** An HTTP vendor on a free port of this machine. */
export async function httpFake(first: FakeAnswer = {}): Promise<HttpFake> {
  const calls: FakeCall[] = [];
  let next: Parameters<HttpFake['answer']>[0] = first;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const call = { path: request.url ?? '', headers: request.headers, body };
    calls.push(call);
    if (next === 'hang') return;
    const { status = 200, headers = {}, body: answer = {} } = typeof next === 'function' ? next(call) : next;
    const isText = typeof answer === 'string';
    response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
    response.end(isText ? answer : JSON.stringify(answer));
  };
  const server = createServer((request, response) => void serve(request, response));
  const { port } = await listening(server);
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}`, calls, answer: (given) => void (next = given), close };
}

async function listening(server: Server): Promise<AddressInfo> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server.address() as AddressInfo;
}

export type FakeMail = Readonly<{ to: readonly string[]; raw: string; header(name: string): string | undefined }>;

export type SmtpFake = Readonly<{
  url: string;
  mails: readonly FakeMail[];
  /** Refuses what comes next with this reply code, until it is called with undefined. */
  refuse(at: 'rcpt' | 'data', code: number | undefined, text?: string): void;
  /** Breaks off once it has the whole of what comes next, and keeps none of it. */
  drop(isDropping: boolean): void;
  close(): Promise<void>;
}>;

/** A mail server on a free port of this machine that keeps what it is given. */
export async function smtpFake(): Promise<SmtpFake> {
  const mails: FakeMail[] = [];
  const refusals = new Map<string, Error>();
  const sockets = new Set<Socket>();
  let isDropping = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    maxClients: 100,
    closeTimeout: 100,
    onRcptTo: (_address, _session, done) => done(refusals.get('rcpt')),
    onData: (stream, session, done) => {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString('latin1')));
      stream.on('end', () => {
        if (isDropping) return sockets.forEach((socket) => socket.destroy());
        const refusal = refusals.get('data');
        if (refusal) return done(refusal);
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, header: headerOf(raw) });
        return done();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (at, code, text = 'refused') => {
      if (code === undefined) refusals.delete(at);
      else refusals.set(at, Object.assign(new Error(text), { responseCode: code }));
    },
    drop: (given) => void (isDropping = given),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const headerOf =
  (raw: string) =>
  (name: string): string | undefined =>
    new RegExp(`^${name}: (.*)$`, 'im').exec(raw)?.[1]?.trim();
