import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { buildServices, buildWeb } from '../platform/build.ts';
import { loadDemonstration } from '../platform/demonstration.ts';
import { startPlatform } from '../platform/platform.ts';
import { freePorts } from '../platform/ports.ts';
import { say } from '../terminal/screen.ts';
import type { Watch } from '../supervisor/spec.ts';
import type { Place } from '../verbs/verb.ts';

/** What tests are told about the platform that they drive. */
export type PlatformEnv = Readonly<
  Record<
    | 'E2E_WEB_URL'
    | 'E2E_SANDBOX_URL'
    | 'E2E_NATS_URL'
    | 'E2E_MONGO_URL'
    | 'E2E_DATA_DIR'
    /** Where the processes send their traces: a test may listen there. */
    | 'E2E_OTLP_PORT'
    /** Everything that the processes wrote. */
    | 'E2E_LOG_FILE',
    string
  >
>;

/** Tests do not wait for the pace of real providers. */
const QUICK = { SLACK_MESSAGES_PER_SECOND: '100', SLACK_BURST: '100', SLACK_PACE: '100', SMS_PER_SECOND: '100' };

/** Whatever a process can say is said: a test reads it all for what must not be there. */
const TALKATIVE = { LOG_LEVEL: 'debug' };

const logTo = async (path: string): Promise<{ watch: Watch; close(): Promise<void> }> => {
  const file = createWriteStream(path);
  const write = (name: string, line: string) => void file.write(`${name} ${line}\n`);
  const close = async () => {
    file.end();
    await once(file, 'close');
  };
  return { watch: { line: write, notice: write }, close };
};

interface Opened {
  readonly env: PlatformEnv;
  close(): Promise<void>;
}

const open = async ({ root, dir }: Place, dataDir: string, name: string, built: Promise<void>): Promise<Opened> => {
  const logFile = join(dir, 'logs', `${name}.log`);
  const log = await logTo(logFile);
  const [web = 0, sandbox = 0, smtp = 0, otlp = 0] = await freePorts(4);
  const ports = { web, sandbox, smtp };
  const env = { ...QUICK, ...TALKATIVE, OTLP_URL: `http://127.0.0.1:${otlp}`, ...process.env };
  // By name: browsers make no passkeys for a bare address.
  const publicUrl = `http://localhost:${web}`;
  const options = { root, dir, dataDir, ports, env, watch: log.watch, report: say, built, publicUrl };
  const platform = await startPlatform(options);
  const close = async () => {
    await platform.stop();
    await log.close();
  };
  const told: PlatformEnv = {
    E2E_WEB_URL: publicUrl,
    E2E_SANDBOX_URL: platform.sandboxUrl,
    E2E_NATS_URL: platform.natsUrl,
    E2E_MONGO_URL: platform.mongoUrl,
    E2E_DATA_DIR: dataDir,
    E2E_OTLP_PORT: String(otlp),
    E2E_LOG_FILE: logFile,
  };
  try {
    await loadDemonstration(root, platform, say);
    return { env: told, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/**
 * Runs whole platforms on free ports, each with its data below `folder`, for as long as the work takes; their logs stay
 * in `.guildhall/logs`.
 */
export const throwAwayPlatforms = async <T>(
  place: Place,
  folder: string,
  count: number,
  work: (envs: readonly PlatformEnv[]) => Promise<T>,
): Promise<T> => {
  await mkdir(join(place.dir, 'logs'), { recursive: true });
  const built = Promise.all([buildServices(place.root, say), buildWeb(place.root, say)]).then(() => undefined);
  // One that a test starts beside these has a log of its own.
  const first = process.env['PLATFORM_LOG'] ?? 'platform';
  const names = Array.from({ length: count }, (_, index) => (index === 0 ? first : `${first}-${index + 1}`));
  const opening = await Promise.allSettled(names.map((name) => open(place, join(folder, name), name, built)));
  const opened = opening.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  try {
    for (const one of opening) if (one.status === 'rejected') throw one.reason;
    return await work(opened.map(({ env }) => env));
  } finally {
    await Promise.all(opened.map(({ close }) => close()));
  }
};

/** What is told about each platform ends with its number, as each worker of vitest has one; the count is told too. */
export const numbered = (envs: readonly PlatformEnv[]): Readonly<Record<string, string>> => ({
  E2E_PLATFORMS: String(envs.length),
  ...Object.fromEntries(
    envs.flatMap((env, index) => Object.entries(env).map(([name, value]) => [`${name}_${index + 1}`, value])),
  ),
});
