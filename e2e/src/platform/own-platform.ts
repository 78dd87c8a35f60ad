import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** A platform that nobody else drives. */
export type OwnPlatform = Readonly<{ webUrl: string; sandboxUrl: string; stop(): Promise<void> }>;

const root = resolve(import.meta.dirname, '../../..');

/** Starts a platform with settings that the others do not have; `name` is what its log is called. */
export async function ownPlatform(name: string, settings: Readonly<Record<string, string>>): Promise<OwnPlatform> {
  const child = spawn(process.execPath, [join(root, 'tools/main.ts'), 'platform'], {
    env: { ...process.env, ...settings, PLATFORM_LOG: name },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGINT');
    await ended;
  };
  const told = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [, key = '', value = ''] = /^export (\w+)=(.*)$/.exec(line) ?? [];
    told.set(key, value);
    const [webUrl, sandboxUrl] = [told.get('E2E_WEB_URL'), told.get('E2E_SANDBOX_URL')];
    if (webUrl && sandboxUrl) return { webUrl, sandboxUrl, stop };
  }
  throw new Error('the platform did not start; what it said is in its log');
}
