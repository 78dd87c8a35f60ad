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
const QUICK = { SLACK_MESSAGES_PER_SECOND: '100', SLACK_BURST: '100', SMS_PER_SECOND: '100' };

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

/** Runs a whole platform on free ports with data in `folder`, for as long as the work takes; its log stays in `.guildhall/logs`. */
export const throwAwayPlatform = async <T>(
  { root, dir }: Place,
  folder: string,
  work: (env: PlatformEnv) => Promise<T>,
): Promise<T> => {
  await mkdir(join(dir, 'logs'), { recursive: true });
  const logFile = join(dir, 'logs', 'platform.log');
  const log = await logTo(logFile);
  const [web = 0, sandbox = 0, smtp = 0, otlp = 0] = await freePorts(4);
  const built = Promise.all([buildServices(root, say), buildWeb(root, say)]).then(() => undefined);
  const ports = { web, sandbox, smtp };
  const env = { ...QUICK, ...TALKATIVE, OTLP_URL: `http://127.0.0.1:${otlp}`, ...process.env };
  const options = { root, dir, dataDir: folder, ports, env, watch: log.watch, report: say, built };
  // By name: browsers make no passkeys for a bare address.
  const publicUrl = `http://localhost:${web}`;
  const platform = await startPlatform({ ...options, publicUrl });
  try {
    await loadDemonstration(root, platform, say);
    return await work({
      E2E_WEB_URL: publicUrl,
      E2E_SANDBOX_URL: platform.sandboxUrl,
      E2E_NATS_URL: platform.natsUrl,
      E2E_MONGO_URL: platform.mongoUrl,
      E2E_DATA_DIR: folder,
      E2E_OTLP_PORT: String(otlp),
      E2E_LOG_FILE: logFile,
    });
  } finally {
    await platform.stop();
    await log.close();
  }
};
