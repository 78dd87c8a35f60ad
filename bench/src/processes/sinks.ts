import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { sayReady } from './child.ts';

// Far ends that take everything and remember who got it: a mail server, and HTTP that answers as Twilio and FCM do.

const receivedAt = new Map<string, number>();
let twice = 0;
/** Before a mail is taken. */
let delayMs = 0;

function receive(to: string): void {
  if (receivedAt.has(to)) twice++;
  receivedAt.set(to, Date.now());
}

const mail = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData: (stream, session, callback) => {
    stream.resume();
    stream.once('end', () => {
      const take = (): void => {
        for (const { address } of session.envelope.rcptTo) receive(address);
        callback();
      };
      if (delayMs > 0) setTimeout(take, delayMs);
      else take();
    });
  },
});
mail.on('error', () => undefined);
mail.listen(0, '127.0.0.1');
await once(mail.server, 'listening');

const http = createServer((request, response) => {
  void answer(request, response).catch(() => response.destroy());
});
http.keepAliveTimeout = 60_000;
http.listen(0, '127.0.0.1');
await once(http, 'listening');

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sink');
  const body = await textOf(request);
  if (pathname === '/receipts') return json(response, 200, { at: Object.fromEntries(receivedAt), twice });
  if (pathname === '/received')
    return json(response, 200, { received: receivedAt.size, smtpPort: portOf(mail.server) });
  if (pathname === '/forget') {
    receivedAt.clear();
    twice = 0;
    delayMs = Number(searchParams.get('delayMs') ?? 0);
    return json(response, 200, {});
  }
  if (pathname.startsWith('/twilio/')) {
    const form = new URLSearchParams(body);
    receive(form.get('To') ?? '');
    return json(response, 201, { sid: `SM${'0'.repeat(32)}`, status: 'queued', num_segments: '1' });
  }
  const { message } = JSON.parse(body) as { message: { token: string } };
  receive(message.token);
  return json(response, 200, { name: 'projects/sink/messages/1' });
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function json(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;

sayReady(portOf(http));
