import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processIds } from '../platform/process-ids.ts';

export type Strike = Readonly<{ what: string; at: number }>;

const brokerFiles = 'nats and its files';
/** Everybody but the sandbox, which is the witness. */
export const everybody: readonly string[] = [
  'gateway',
  'register',
  brokerFiles,
  'identity',
  'postgres',
  'notifier',
  'store gateway',
  'nats',
];
/** Who stands between a message and its recipient; the sandbox too, which keeps what it received. */
export const carriers: readonly string[] = [
  'notifier',
  brokerFiles,
  'postgres',
  'sandbox',
  'store gateway',
  'notifier',
];

/** Who is killed, one after the other: everybody once, then everybody again; the broker's files go once. */
export const planOf = (strikes: number, victims: readonly string[] = everybody): string[] =>
  Array.from({ length: strikes }, (_, index) => {
    const what = victims[index % victims.length] ?? '';
    return index >= victims.length && what === brokerFiles ? 'nats' : what;
  });

const leastPauseMs = 1_500;

/** As many strikes as give each its time to recover. */
export const strikesIn = (seconds: number, victims: readonly string[] = everybody): number =>
  Math.max(victims.length, Math.min(2 * victims.length, Math.floor((seconds * 1_000) / 3_500)));

/** Kills one process after the other over so many seconds; each is given the same time to come back by itself. */
export async function strike(
  dataDir: string,
  seconds: number,
  onStrike: (strike: Strike) => void,
  victims: readonly string[] = everybody,
): Promise<void> {
  const plan = planOf(strikesIn(seconds, victims), victims);
  const pauseMs = Math.max(leastPauseMs, (seconds * 1_000) / (plan.length + 1));
  await delay(pauseMs / 2);
  for (const what of plan) {
    await kill(dataDir, what);
    onStrike({ what, at: performance.now() });
    await delay(pauseMs);
  }
}

/** Ends a process without a word; one that is being started again first has to be there. */
export async function kill(dataDir: string, what: string): Promise<void> {
  const name = what === brokerFiles ? 'nats' : what;
  const pid = await pidOf(dataDir, name);
  process.kill(pid, 'SIGKILL');
  if (what !== brokerFiles) return;
  // Moved in one step, before its supervisor starts it again.
  const files = join(dataDir, 'nats', 'data');
  await rename(files, `${files}.gone`);
  await rm(`${files}.gone`, { recursive: true, force: true });
}

/** A process that died a moment ago is started again before it can be killed once more. */
async function pidOf(dataDir: string, name: string): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const pid = (await processIds(dataDir).catch(() => undefined))?.[name];
    if (pid !== undefined && isAlive(pid)) return pid;
    await delay(100);
  }
  throw new Error(`${name} is not running`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
