import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startNats } from './nats.ts';
import { probeNats } from './probe.ts';

let server: Server | undefined;

/** Something that greets as a NATS server does. */
const greeting = async (info: object): Promise<string> => {
  const text = `INFO ${JSON.stringify(info)}\r\n`;
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write(text.slice(0, 10));
    socket.write(text.slice(10));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `nats://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const startAt = async (url: string) => {
  const before = process.env.NATS_URL;
  process.env.NATS_URL = url;
  try {
    return await startNats({ dir: '/nowhere', report: () => undefined });
  } finally {
    if (before === undefined) delete process.env.NATS_URL;
    else process.env.NATS_URL = before;
  }
};

afterEach(() => {
  server?.close();
});

describe('a NATS server that runs elsewhere', () => {
  it('says what it is when one connects', async () => {
    const url = await greeting({ version: '2.15.1', jetstream: true, max_payload: 8_388_608 });
    expect(await probeNats(url)).toEqual({ version: '2.15.1', jetstream: true, maxPayload: 8_388_608 });
  });

  it('is used as it is when NATS_URL names it', async () => {
    const url = await greeting({ version: '2.15.1', jetstream: true });
    expect(await startAt(url)).toMatchObject({ url, kind: 'url' });
  });

  it('is refused when it is so old that it may lose a stream', async () => {
    const url = await greeting({ version: '2.10.22', jetstream: true });
    await expect(startAt(url)).rejects.toThrow('is version 2.10.22: 2.10.23 or newer is needed');
  });

  it('is refused without JetStream', async () => {
    const url = await greeting({ version: '2.15.1' });
    await expect(startAt(url)).rejects.toThrow('runs without JetStream');
  });

  it('that does not answer is a sentence with its address', async () => {
    const url = await greeting({});
    server?.close();
    await expect(startAt(url)).rejects.toThrow(`No NATS server answers at NATS_URL (${new URL(url).host})`);
  });
});
