import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Address, callOut } from './call-out.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(async () => {
  await Promise.all(
    servers.splice(0).map((server) => new Promise((done) => (server.closeAllConnections(), server.close(done)))),
  );
});

async function aReceiver(answer: RequestListener) {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { seen, port, url: `http://127.0.0.1:${port}/hook` };
}

const sandbox = { addresses: { allowLoopback: true } };
const real = { addresses: { allowLoopback: false } };
const asked = (url: string) => ({ url, body: '{"a":1}', headers: { 'content-type': 'application/json' } });

describe('a call to an address of others', () => {
  it('carries body and headers, and tells the status', async () => {
    const { url, seen } = await aReceiver((request, response) => {
      request.resume().on('end', () => response.writeHead(204).end());
    });
    expect(await callOut(sandbox)(asked(url))).toMatchObject({ status: 204 });
    expect(seen[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'content-length': '7' });
  });

  it('does not follow a redirect', async () => {
    const inner = await aReceiver((_, response) => response.end());
    const { url } = await aReceiver((_, response) => response.writeHead(302, { location: inner.url }).end());
    expect(await callOut(sandbox)(asked(url))).toMatchObject({ status: 302, reason: 'answered 302' });
    expect(inner.seen).toEqual([]);
  });

  it('gives up on a receiver that does not answer', async () => {
    const { url } = await aReceiver(() => undefined);
    expect(await callOut({ ...sandbox, timeoutMs: 50 })(asked(url))).toMatchObject({
      reason: 'did not answer in time',
    });
  });

  it('is not kept by an answer that never ends', async () => {
    const { url } = await aReceiver((_, response) => void response.writeHead(200).write('x'.repeat(100_000)));
    expect(await callOut(sandbox)(asked(url))).toMatchObject({ status: 200 });
  });

  it('says when nobody is there', async () => {
    const { url } = await aReceiver((_, response) => response.end());
    await new Promise((done) => servers.pop()!.close(done));
    expect(await callOut(sandbox)(asked(url))).toMatchObject({ reason: 'could not be reached (ECONNREFUSED)' });
  });

  it.each([
    ['127.0.0.1'],
    ['169.254.169.254'],
    ['::ffff:10.0.0.1'],
    // One public address among them does not help.
    ['93.184.216.34', '10.0.0.1'],
  ])('never leads to a name that stands for %s', async (...addresses) => {
    const resolve = async (): Promise<Address[]> =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const { status, reason } = await callOut({ ...real, resolve })(asked('https://rebind.example.org/'));
    expect([status, reason]).toEqual([undefined, 'the address does not lead into the internet']);
  });

  it('resolves a name once, so that it cannot mean something else a moment later', async () => {
    const { port, seen } = await aReceiver((_, response) => response.end());
    let asks = 0;
    const resolve = async (): Promise<Address[]> => [{ address: asks++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    const attempt = await callOut({ ...sandbox, resolve })(asked(`http://localhost:${port}/`));
    expect([attempt.status, asks, seen.length]).toEqual([200, 1, 1]);
  });
});
