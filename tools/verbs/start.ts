import { once } from 'node:events';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { loadDemonstration } from '../platform/demonstration.ts';
import { buildServices, buildWeb } from '../platform/build.ts';
import { type Platform, startPlatform } from '../platform/platform.ts';
import { demandPort, portFrom } from '../platform/ports.ts';
import { clearLeftovers } from '../platform/run-files.ts';
import { lockPath, refuseWhileRunning } from '../platform/lock.ts';
import { onInterrupt } from '../terminal/interrupt.ts';
import { say, screen } from '../terminal/screen.ts';
import type { Place, Verb } from './verb.ts';

const PORTS = [
  { name: 'web', variable: 'PORT', preset: 8080 },
  { name: 'sandbox', variable: 'SANDBOX_PORT', preset: 8025 },
  { name: 'smtp', variable: 'SANDBOX_SMTP_PORT', preset: 1025 },
] as const;

type PublicPorts = Record<(typeof PORTS)[number]['name'], number>;

const publicPorts = async (): Promise<PublicPorts> => {
  const ports: PublicPorts = { web: 0, sandbox: 0, smtp: 0 };
  for (const { name, variable, preset } of PORTS) {
    ports[name] = portFrom(process.env, variable, preset);
    await demandPort(ports[name], variable);
  }
  return ports;
};

const welcome = (platform: Platform, publicUrl: string, startedAt: number): void => {
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  const address = (url: string) => styleText(['bold', 'cyan'], url);
  console.log(`
${styleText(['bold', 'green'], 'Guildhall is ready')} ${styleText('dim', `(${seconds} s)`)}

  Web application   ${address(publicUrl)}
  Inbox             ${address(platform.sandboxUrl.replace('127.0.0.1', 'localhost'))}   every mail, SMS and Slack message that would have left

  Sign in as        ${styleText('bold', 'admin@example.org')}: the code arrives in the inbox
  Stop with         Ctrl-C (everything is kept for the next start; npm run reset empties it)
`);
};

/** Before the ports are looked at: an earlier run that was killed may still have them. */
const tidy = async (dir: string): Promise<void> => {
  await refuseWhileRunning(lockPath(dir));
  const left = await clearLeftovers(join(dir, 'run'));
  if (left.length > 0) say(`ended what an earlier run had left: ${left.join(', ')}`);
};

const untilStopped = async (
  root: string,
  platform: Platform,
  signal: AbortSignal,
  ready: () => void,
): Promise<void> => {
  try {
    if (!signal.aborted) await loadDemonstration(root, platform, say);
    if (!signal.aborted) ready();
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await platform.stop();
  }
};

const start = async ({ root, dir }: Place): Promise<number> => {
  const startedAt = performance.now();
  await tidy(dir);
  const ports = await publicPorts();
  const publicUrl = process.env.PUBLIC_URL ?? `http://localhost:${ports.web}`;
  const { signal } = onInterrupt({
    first: () => say('stopping (Ctrl-C again ends everything at once)'),
    again: () => process.exit(130),
  });
  say('starting');
  const built = Promise.all([buildServices(root, say), buildWeb(root, say)]).then(() => undefined);
  const options = { root, dir, dataDir: dir, ports, publicUrl, env: process.env, watch: screen(), report: say, built };
  try {
    const platform = await startPlatform({ ...options, signal });
    await untilStopped(root, platform, signal, () => welcome(platform, publicUrl, startedAt));
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  say('stopped');
  return 0;
};

export const verb: Verb = { about: 'start the platform (installs what is missing)', run: start };
