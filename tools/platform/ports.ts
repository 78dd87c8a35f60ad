import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { Sentence } from '../process/sentence.ts';

const hold = async (port: number): Promise<Server> => {
  const server = createServer();
  server.listen({ port, host: '127.0.0.1', exclusive: true });
  await once(server, 'listening');
  return server;
};

const release = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

// Below those that systems give to outgoing connections: one of them could take the port while its process is away for
// a moment, and a client that calls again and again could meet itself there.
const LOWEST = 20_000;
const HIGHEST = 32_000;
const ATTEMPTS = 200;

/** Given away by this process: whoever got one may not have taken it yet. */
const given = new Set<number>();

const holdAny = async (): Promise<Server> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (given.has(port)) continue;
    const server = await hold(port).catch(() => undefined);
    if (server === undefined) continue;
    given.add(port);
    return server;
  }
  throw new Sentence('No port of loopback is free.');
};

/** Ports of loopback that are free now, all different, and different from those given before. */
export const freePorts = async (count: number): Promise<number[]> => {
  const servers = await Promise.all(Array.from({ length: count }, holdAny));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(release));
  return ports;
};

/** One free port of loopback. */
export const freePort = async (): Promise<number> => {
  const [port = 0] = await freePorts(1);
  return port;
};

/** Throws the sentence that says how to choose another port when this one is taken. */
export const demandPort = async (port: number, variable: string): Promise<void> => {
  const server = await hold(port).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'EACCES' ? 'may not be used by this account' : 'is taken by another program';
    throw new Sentence(
      `Port ${port} ${why}: choose another one with ${variable}, for example ${variable}=${port + 1000} npm start.`,
    );
  });
  await release(server);
};

/** A port number from the environment, or its default. */
export const portFrom = (
  env: Readonly<Record<string, string | undefined>>,
  variable: string,
  preset: number,
): number => {
  const text = env[variable];
  if (text === undefined || text === '') return preset;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Sentence(`${variable} must be a port between 1 and 65535, not "${text}".`);
};
