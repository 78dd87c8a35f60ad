import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { type Bus, connectBus } from '@guildhall/messaging';
import { buildServices } from '@guildhall/tools/platform/build.ts';
import { type Platform, startPlatform } from '@guildhall/tools/platform/platform.ts';
import { freePorts } from '@guildhall/tools/platform/ports.ts';
import { loadSecrets } from '@guildhall/tools/platform/secrets.ts';
import type { Surroundings } from '@guildhall/tools/platform/services.ts';
import type { Watch } from '@guildhall/tools/supervisor/spec.ts';
import { say } from '@guildhall/tools/terminal/screen.ts';

/** A whole platform of our own, as `npm start` runs it, on free ports and with data of its own. */
export type Trial = Readonly<{
  platform: Platform;
  /** What its services were told: enough to start one more. */
  around: Surroundings;
  dataDir: string;
  webPort: number;
  /** Where all processes wrote. */
  logFile: string;
  bus: Bus;
}>;

type Env = Readonly<Record<string, string>>;

const root = resolve(import.meta.dirname, '../../..');
const dir = join(root, '.guildhall');

/** Runs a platform for as long as the work takes; `env` goes to all of its services. */
export async function withTrial<T>(name: string, env: Env, work: (trial: Trial) => Promise<T>): Promise<T> {
  await mkdir(dir, { recursive: true });
  const dataDir = await mkdtemp(join(dir, `${name}-`));
  // The store runs as an account of its own where we are root.
  await chmod(dataDir, 0o755);
  const logFile = join(dir, 'logs', `${name}.log`);
  const log = await logTo(logFile);
  try {
    const trial = await start(dataDir, env, log.watch);
    const bus = await connectBus({ servers: trial.platform.natsUrl, name });
    try {
      return await work({ ...trial, dataDir, logFile, bus });
    } finally {
      await bus.close();
      await trial.platform.stop();
    }
  } finally {
    await log.close();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function start(dataDir: string, env: Env, watch: Watch) {
  const [web = 0, sandbox = 0, smtp = 0] = await freePorts(3);
  const ports = { web, sandbox, smtp };
  const publicUrl = `http://127.0.0.1:${web}`;
  const all = { ...process.env, ...env };
  const built = buildServices(root, say);
  const platform = await startPlatform({ root, dir, dataDir, ports, publicUrl, env: all, watch, report: say, built });
  const secrets = await loadSecrets(join(dataDir, 'secrets.json'));
  const { natsUrl, mongoUrl } = platform;
  return { platform, webPort: web, around: { root, dataDir, natsUrl, mongoUrl, secrets, publicUrl, ports, env: all } };
}

async function logTo(path: string): Promise<{ watch: Watch; close(): Promise<void> }> {
  await mkdir(join(path, '..'), { recursive: true });
  const file = createWriteStream(path);
  const write = (name: string, line: string): void => void file.write(`${name} ${line}\n`);
  return {
    watch: { line: write, notice: write },
    close: async () => {
      file.end();
      await once(file, 'close');
    },
  };
}
