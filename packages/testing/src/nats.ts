import { connectBus, type Bus } from '@guildhall/messaging';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A broker of one's own, for tests that kill it. */
export type TestNats = Readonly<{
  /** `nats://127.0.0.1:<port>`; the same after a restart. */
  url: string;
  /** The folder of everything JetStream keeps. */
  files: string;
  /** Ends the server as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port and files; resolves when it accepts connections. */
  restart(): Promise<void>;
  /** Deletes everything JetStream keeps. Only while the server is down. */
  deleteFiles(): void;
  close(): Promise<void>;
}>;

/** Starts a nats-server with JetStream on a free port; its files are deleted at `close`. */
export async function testNats(): Promise<TestNats> {
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-nats-'));
  const port = await freePort();
  const url = `nats://127.0.0.1:${port}`;
  const config = join(directory, 'nats.conf');
  const files = join(directory, 'jetstream');
  writeFileSync(config, configuration(port, files));
  let server = await start(config, url);
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  };
  const orphan = (): void => {
    server.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', orphan);
  return {
    url,
    files,
    kill,
    restart: async () => {
      server = await start(config, url);
    },
    deleteFiles: () => rmSync(files, { recursive: true, force: true }),
    close: async () => {
      process.off('exit', orphan);
      await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A connection to a broker that nobody else uses; closing it ends the broker too. */
export async function testBus(name = 'test'): Promise<Bus> {
  const nats = await testNats();
  const bus = await connectBus({ servers: nats.url, name });
  const close = async (): Promise<void> => {
    await bus.close();
    await nats.close();
  };
  return { ...bus, close };
}

const configuration = (port: number, files: string): string =>
  JSON.stringify({
    host: '127.0.0.1',
    port,
    max_payload: 8 * 1024 * 1024,
    jetstream: { store_dir: files, max_memory_store: 256 * 1024 * 1024, max_file_store: 4 * 1024 ** 3 },
  });

async function start(config: string, url: string): Promise<ChildProcess> {
  const binary = process.env['NATS_SERVER_BIN'] ?? 'nats-server';
  const server = spawn(binary, ['-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  server.on('error', () => undefined);
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  server.stderr?.on('data', (text: Buffer) => {
    said = (said + text.toString()).slice(-4_000);
    if (said.includes('Server is ready')) resolve();
  });
  server.once('exit', (code) => reject(new Error(`${binary} ended with ${code} before ${url} was ready: ${said}`)));
  server.once('error', () => reject(new Error(`${binary} cannot be run: set NATS_SERVER_BIN, as npm test does`)));
  await ready;
  server.removeAllListeners('exit');
  return server;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
