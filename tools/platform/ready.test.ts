import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isReadyAt } from './ready.ts';

let server: Server | undefined;

const answering = async (status: number): Promise<number> => {
  server = createServer((asked, answer) => {
    answer.statusCode = asked.url === '/readyz' ? status : 404;
    answer.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

afterEach(() => {
  server?.close();
});

describe('readiness', () => {
  it('is an answer of 200 at /readyz', async () => {
    expect(await isReadyAt(await answering(200))).toBe(true);
  });

  it('is not an answer of 503', async () => {
    expect(await isReadyAt(await answering(503))).toBe(false);
  });

  it('is not a port where nobody listens', async () => {
    const port = await answering(200);
    server?.close();
    expect(await isReadyAt(port)).toBe(false);
  });
});
