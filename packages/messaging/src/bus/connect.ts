import { jetstream, type JetStreamClient, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type BusStatus, watchStatus } from './status.ts';
import { assertServer } from './server-version.ts';

/** One connection to the broker, and what hangs on it. */
export type Bus = Readonly<{
  nc: NatsConnection;
  js: JetStreamClient;
  jsm: JetStreamManager;
  /** Of this process, as it was given at the start. */
  name: string;
  /** Copies of each stream that we create. */
  replicas: number;
  isConnected(): boolean;
  /** Calls back when the connection breaks and when it is there again; returns how to stop that. */
  onStatus(listener: (status: BusStatus) => void): () => void;
  /** Sends what is buffered and closes. */
  close(): Promise<void>;
}>;

export type BusOptions = Readonly<{
  /** `nats://host:port`, several separated by commas. */
  servers: string;
  /** Shown by the server beside the connection. */
  name: string;
  /** Gives up waiting for the first connection. */
  signal?: AbortSignal;
  /** Copies of each stream that we create; 3 in a cluster. Default 1. */
  replicas?: number;
}>;

/** How long the broker may take to answer a question about itself. */
const answerMs = 2_000;

/**
 * Connects, waiting for a broker that is not there yet, and reconnects for ever after.
 * Throws when `signal` aborts first, or when the server is older than 2.14.
 */
export async function connectBus({ servers, name, signal, replicas = 1 }: BusOptions): Promise<Bus> {
  const nc = await abortable(connectForEver(servers, name), signal);
  assertServer(nc.info?.version);
  const status = watchStatus(nc);
  const jsm = await jetstreamManager(nc, { timeout: answerMs });
  return {
    nc,
    js: jetstream(nc, { timeout: answerMs }),
    jsm,
    name,
    replicas,
    isConnected: status.isConnected,
    onStatus: status.onStatus,
    close: async () => {
      // A drain needs the server; without one there is nobody to send to.
      if (nc.isClosed()) return;
      await (status.isConnected() ? nc.drain() : nc.close());
    },
  };
}

const connectForEver = (servers: string, name: string): Promise<NatsConnection> =>
  connect({
    servers: servers.split(',').map((server) => server.trim()),
    name,
    // The stack of each request costs a third of the throughput, and names nothing of ours.
    noAsyncTraces: true,
    waitOnFirstConnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 100,
    reconnectJitter: 100,
    pingInterval: 5_000,
    maxPingOut: 2,
    ignoreAuthErrorAbort: true,
  });

/** The connection, unless the signal is faster; a connection that comes too late is closed. */
async function abortable(
  connecting: Promise<NatsConnection>,
  signal: AbortSignal | undefined,
): Promise<NatsConnection> {
  if (!signal) return connecting;
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([connecting, aborted.promise]);
  } catch (error) {
    void connecting.then(async (late) => late.close()).catch(() => undefined);
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
