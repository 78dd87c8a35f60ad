import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { serveHttp } from './server.ts';

const host = '127.0.0.1';

async function open(handle: Parameters<typeof serveHttp>[0]['handle']) {
  return serveHttp({ host, port: 0, handle, mostConnections: 10 });
}

describe('the HTTP server', () => {
  it('finishes what is running before it closes, and takes no more', async () => {
    const entered = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const server = await open(async (_request, response) => {
      entered.resolve();
      await gate.promise;
      response.writeHead(200, { 'content-length': 4 }).end('done');
    });
    const answer = fetch(`http://${host}:${server.port}/`);
    await entered.promise;
    const closing = server.close();
    await expect(fetch(`http://${host}:${server.port}/`)).rejects.toThrow('fetch failed');
    gate.resolve();
    expect(await (await answer).text()).toBe('done');
    await closing;
  });

  it('lets go of connections that only wait', async () => {
    const server = await open((_request, response) => void response.writeHead(204).end());
    await fetch(`http://${host}:${server.port}/`);
    await server.close();
  });

  it('refuses a port that is taken', async () => {
    const server = await open((_request, response) => void response.end());
    await expect(serveHttp({ host, port: server.port, handle: () => undefined, mostConnections: 1 })).rejects.toThrow(
      'EADDRINUSE',
    );
    await server.close();
  });

  it('holds no more connections than it was told', async () => {
    const server = await serveHttp({
      host,
      port: 0,
      handle: (_request, response) => void response.end(),
      mostConnections: 1,
    });
    const first = connect(server.port, host);
    await vi.waitFor(() => expect(first.readyState).toBe('open'));
    const second = connect(server.port, host);
    const closed = Promise.withResolvers<void>();
    second.on('close', () => closed.resolve()).on('error', () => undefined);
    await closed.promise;
    first.destroy();
    await server.close();
  });
});
