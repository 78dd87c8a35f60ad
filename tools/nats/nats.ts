import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Sentence } from '../process/sentence.ts';
import { freePort } from '../platform/ports.ts';
import type { Supervised, Watch } from '../supervisor/spec.ts';
import { supervise } from '../supervisor/supervise.ts';
import { natsBinary } from './binary.ts';
import { natsConfig } from './config.ts';
import { probeNats } from './probe.ts';
import { isAtLeast, LOWEST } from './version.ts';

export interface NatsOptions {
  /** Root of what is kept between runs: fetched programs go to `tools/` in it. */
  readonly dir: string;
  /** Where JetStream keeps its files; `nats/` in `dir` when not given. */
  readonly dataDir?: string;
  /** A free one is chosen when 0 or not given. */
  readonly port?: number;
  readonly report: (line: string) => void;
  readonly watch?: Watch;
}

export interface Nats {
  readonly url: string;
  /** `url`: one that runs elsewhere; `own`: our own process. */
  readonly kind: 'url' | 'own';
  pid(): number | undefined;
  stop(): Promise<void>;
  kill(): void;
}

const START_TIMEOUT_MS = 15_000;

const elsewhere = async (url: string): Promise<Nats> => {
  const info = await probeNats(url, 3_000);
  if (info === undefined)
    throw new Sentence(`No NATS server answers at NATS_URL (${new URL(url).host}): start it, or unset NATS_URL.`);
  if (!isAtLeast(info.version, LOWEST)) {
    throw new Sentence(`The NATS server at NATS_URL is version ${info.version}: ${LOWEST} or newer is needed.`);
  }
  if (!info.jetstream) throw new Sentence('The NATS server at NATS_URL runs without JetStream: start it with `-js`.');
  return { url, kind: 'url', pid: () => undefined, stop: async () => {}, kill: () => {} };
};

const quiet = (report: NatsOptions['report']): Watch => ({
  line: () => {},
  notice: (name, sentence) => report(`${name} ${sentence}`),
});

/** The server tells of every start and connection: the screen gets what is wrong. */
const troubleOnly = (watch: Watch): Watch => ({
  ...watch,
  line: (name, line) => (/\[(WRN|ERR|FTL)\]/.test(line) ? watch.line(name, line) : undefined),
});

const own = async (options: NatsOptions): Promise<Nats> => {
  const binary = await natsBinary({ toolsDir: join(options.dir, 'tools'), report: options.report });
  const dataDir = options.dataDir ?? join(options.dir, 'nats');
  await mkdir(dataDir, { recursive: true });
  const port = options.port || (await freePort());
  // Beside the folder, not in it: the broker's files may be deleted at any time.
  const config = `${dataDir}.conf`;
  await writeFile(config, natsConfig({ port, storeDir: join(dataDir, 'data') }));
  const url = `nats://127.0.0.1:${port}`;
  const process: Supervised = supervise(
    {
      name: 'nats',
      command: binary,
      args: ['-c', config],
      env: {},
      ports: { client: port },
      isReady: async () => (await probeNats(url, 500))?.jetstream === true,
    },
    options.watch ? troubleOnly(options.watch) : quiet(options.report),
  );
  await process.ready(START_TIMEOUT_MS).catch(async (error: unknown) => {
    await process.stop();
    throw error;
  });
  return { url, kind: 'own', pid: process.pid, stop: process.stop, kill: process.kill };
};

/** A NATS server with JetStream: the one at NATS_URL, else our own process on loopback, started again when it dies. */
export const startNats = (options: NatsOptions): Promise<Nats> => {
  const url = process.env.NATS_URL;
  return url ? elsewhere(url) : own(options);
};
