import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a process says of itself to whoever supervises it. */
export type Health = Readonly<{
  /** Adds a condition of readiness. It throws while it does not hold; it has a second to answer. */
  check(name: string, test: () => Promise<void> | void): void;
  /** Adds something to tell beside readiness, which does not depend on it: how a provider is, for instance. */
  show(name: string, value: () => string): void;
  /** Says that starting is over. */
  started(): void;
  /** Says that the process is closing and wants no further work. */
  stopping(): void;
  /** What is missing for readiness; empty when ready. */
  missing(): Promise<readonly string[]>;
  /** What is told besides. */
  shown(): Readonly<Record<string, string>>;
}>;

const checkTimeoutMs = 1_000;

/** Keeps the conditions of readiness. */
export function health(): Health {
  const checks = new Map<string, () => Promise<void> | void>();
  const values = new Map<string, () => string>();
  let phase: 'starting' | 'running' | 'stopping' = 'starting';
  const holds = async (test: () => Promise<void> | void): Promise<boolean> => {
    const { promise: late, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => resolve(false), checkTimeoutMs);
    const result = (async () => test())().then(
      () => true,
      () => false,
    );
    return Promise.race([result, late]).finally(() => clearTimeout(timer));
  };
  return {
    check: (name, test) => void checks.set(name, test),
    show: (name, value) => void values.set(name, value),
    shown: () => Object.fromEntries([...values].map(([name, value]) => [name, value()])),
    started: () => void (phase = phase === 'starting' ? 'running' : phase),
    stopping: () => void (phase = 'stopping'),
    missing: async () => {
      if (phase !== 'running') return [phase];
      const results = await Promise.all([...checks].map(async ([name, test]) => ((await holds(test)) ? [] : [name])));
      return results.flat();
    },
  };
}

export type HealthServer = Readonly<{ port: number; close(): Promise<void> }>;

type Options = Readonly<{
  host: string;
  port: number;
  health: Health;
  metrics: (request: IncomingMessage, response: ServerResponse) => void;
}>;

/** Serves `/livez`, `/readyz` and `/metrics`. Rejects when the port is taken. */
export async function serveHealth({ host, port, health: state, metrics }: Options): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/livez') return answer(response, 200, { status: 'alive' });
    if (path === '/metrics') return metrics(request, response);
    if (path !== '/readyz') return answer(response, 404, { title: 'Not Found', status: 404 });
    void state.missing().then((missing) => answerReady(response, missing, state.shown()));
  });
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(port, host, resolve);
  await listening;
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const { promise: closed, resolve: done } = Promise.withResolvers<void>();
      server.close(() => done());
      server.closeAllConnections();
      await closed;
    },
  };
}

const answerReady = (
  response: ServerResponse,
  missing: readonly string[],
  shown: Readonly<Record<string, string>>,
): void =>
  missing.length === 0
    ? answer(response, 200, { status: 'ready', ...shown })
    : answer(response, 503, { status: 'not ready', missing, ...shown });

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
