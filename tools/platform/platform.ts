import { join } from 'node:path';
import { startNats, type Nats } from '../nats/nats.ts';
import { startStore } from '../store/store.ts';
import type { ProcessSpec, Supervised, Watch } from '../supervisor/spec.ts';
import { stopInReverse } from '../supervisor/stop-in-reverse.ts';
import { supervise } from '../supervisor/supervise.ts';
import { lockPath, takeLock } from './lock.ts';
import { freePorts } from './ports.ts';
import { isReadyAt } from './ready.ts';
import { clearLeftovers, killListed, writeRunFile } from './run-files.ts';
import { loadSecrets } from './secrets.ts';
import { environmentOf, SERVICES, type ServiceEntry, type Surroundings } from './services.ts';

export interface PlatformOptions {
  /** The checkout. */
  readonly root: string;
  /** Where fetched programs are kept (`tools/` in it). */
  readonly dir: string;
  /** Where this platform keeps its data. */
  readonly dataDir: string;
  readonly ports: Surroundings['ports'];
  readonly publicUrl?: string;
  readonly env: Surroundings['env'];
  readonly watch: Watch;
  readonly report: (line: string) => void;
  /** The services to run, in the order in which they start; all of them when not given. */
  readonly services?: readonly ServiceEntry[];
  /** Resolves when the services are built; the servers start meanwhile. */
  readonly built: Promise<void>;
  /** Aborted when the person wants to stop before all is ready. */
  readonly signal?: AbortSignal;
}

export interface Platform {
  readonly webUrl: string;
  readonly sandboxUrl: string;
  readonly natsUrl: string;
  readonly mongoUrl: string;
  /** Stops the services in reverse order, then the servers. */
  stop(): Promise<void>;
}

const READY_TIMEOUT_MS = 60_000;

interface Started {
  readonly services: Supervised[];
  nats?: Nats;
  store?: { readonly url: string; stop(): Promise<void> };
  unlock?: () => Promise<void>;
}

const stopAll = async (started: Started): Promise<void> => {
  await stopInReverse(started.services);
  await Promise.all([started.store?.stop(), started.nats?.stop()]);
  await started.unlock?.();
};

// Most of what a request makes is soon forgotten: with little room for the young, Node would collect all the time.
const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=32'];

const specOf = (entry: ServiceEntry, around: Surroundings, healthPort: number): ProcessSpec => ({
  name: entry.name,
  command: process.execPath,
  args: [...nodeFlags, join(around.root, entry.folder, 'dist', 'main.js')],
  cwd: around.root,
  env: environmentOf(entry, around, healthPort),
  ports: { ...entry.ports?.(around), health: healthPort },
  isReady: () => isReadyAt(healthPort),
});

/** Each process is recorded when it starts, so that it can be found by its name. */
const recording = (options: PlatformOptions, ports: ProcessSpec['ports']): Watch => ({
  ...options.watch,
  started: (name, pid) => writeRunFile(join(options.dataDir, 'run'), name, pid, ports),
});

const startServers = async (options: PlatformOptions, started: Started): Promise<void> => {
  const { dir, dataDir, report, signal } = options;
  const [natsPort = 0] = await freePorts(1);
  const watch = recording(options, { client: natsPort });
  const nats = startNats({ dir, dataDir: join(dataDir, 'nats'), port: natsPort, report, watch }).then((server) => {
    started.nats = server;
  });
  const store = startStore({ dir, dataDir: join(dataDir, 'store'), report, ...(signal && { signal }) }).then(
    (server) => {
      started.store = server;
    },
  );
  const failures = (await Promise.allSettled([nats, store, options.built])).filter((one) => one.status === 'rejected');
  if (failures[0] !== undefined) throw failures[0].reason;
  options.signal?.throwIfAborted();
};

const startServices = async (options: PlatformOptions, around: Surroundings, started: Started): Promise<void> => {
  const services = options.services ?? SERVICES;
  const healthPorts = await freePorts(services.length);
  for (const [index, entry] of services.entries()) {
    const spec = specOf(entry, around, healthPorts[index] ?? 0);
    started.services.push(supervise(spec, recording(options, spec.ports)));
  }
  options.signal?.addEventListener('abort', () => started.services.forEach((service) => void service.stop()));
  await Promise.all(started.services.map((service) => service.ready(READY_TIMEOUT_MS)));
};

const surroundings = async (options: PlatformOptions, started: Started): Promise<Surroundings> => ({
  root: options.root,
  dataDir: options.dataDir,
  natsUrl: started.nats?.url ?? '',
  mongoUrl: started.store?.url ?? '',
  secrets: await loadSecrets(join(options.dataDir, 'secrets.json')),
  publicUrl: options.publicUrl ?? `http://localhost:${options.ports.web}`,
  ports: options.ports,
  env: options.env,
});

const killer = (options: PlatformOptions, started: Started) => (): void => {
  for (const service of started.services) service.kill();
  started.nats?.kill();
  killListed(join(options.dataDir, 'store', 'pids.json'));
};

/** Starts the servers and every service of the platform; resolves when all are ready, or stops what started and throws. */
export const startPlatform = async (options: PlatformOptions): Promise<Platform> => {
  const started: Started = { services: [] };
  const webUrl = `http://127.0.0.1:${options.ports.web}`;
  const sandboxUrl = `http://127.0.0.1:${options.ports.sandbox}`;
  started.unlock = await takeLock(lockPath(options.dataDir), webUrl);
  // Should we end without our usual goodbye, nothing of ours may stay behind.
  const kill = killer(options, started);
  process.once('exit', kill);
  const stop = async () => {
    await stopAll(started);
    process.off('exit', kill);
  };
  try {
    await clearLeftovers(join(options.dataDir, 'run'));
    await startServers(options, started);
    const around = await surroundings(options, started);
    await startServices(options, around, started);
    return { webUrl, sandboxUrl, natsUrl: around.natsUrl, mongoUrl: around.mongoUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
