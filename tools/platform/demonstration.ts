import { join } from 'node:path';
import { mustRun } from '../process/run.ts';
import type { Platform } from './platform.ts';

/** Loads the demonstration organisation into a platform that has none; safe to repeat. */
export const loadDemonstration = async (
  root: string,
  platform: Platform,
  report: (line: string) => void,
): Promise<void> => {
  const script = join(root, 'tools', 'demo', 'main.ts');
  await mustRun(process.execPath, [script], {
    env: { NATS_URL: platform.natsUrl, SANDBOX_URL: platform.sandboxUrl },
    onLine: report,
  });
};
