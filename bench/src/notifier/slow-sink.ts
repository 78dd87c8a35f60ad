import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { Lane } from '@guildhall/contracts/notifier/v1/commands';
import { say } from '@guildhall/tools/terminal/screen.ts';
import { processIds } from '../platform/process-ids.ts';
import type { Trial } from '../platform/trial.ts';
import { askFor } from './deliveries.ts';
import { errands } from './errands.ts';
import { forget, outcomeOf, receiptsAt, receivedAt, type Sinks } from './receipts.ts';

export type Held = Readonly<{
  seconds: number;
  asked: number;
  sent: number;
  /** Megabytes of resident memory at the end beyond what it was after the first tenth, by process. */
  grownMb: Readonly<Record<string, number>>;
  urgentP99Ms: number;
  urgentMissing: number;
}>;

const askedPerSecond = 200;
/** Twenty mails at a time, each of them taking so long: a hundredth of what is asked for. */
const slownessMs = 10_000;
const urgentEvery = 5;

/** Asks for a hundred times more than the sinks take, and watches what that does to everybody's memory. */
export async function holdBack(trial: Trial, sinks: Sinks, seconds: number): Promise<Held> {
  say(`asking for ${askedPerSecond} messages a second for ${seconds} s at sinks that take a hundredth of them`);
  await forget(sinks, slownessMs);
  const urgent = new Map<string, number>();
  let early: Record<string, number> = {};
  for (let second = 0; second < seconds; second++) {
    const begun = performance.now();
    const mails = errands(1_000 + second, askedPerSecond * 3).filter(({ channel }) => channel === 'email');
    await askFor(trial.bus, mails, { lane: Lane.BULK });
    if (second % urgentEvery === 0) {
      const [, text] = errands(5_000 + second, 2);
      for (const [to, at] of await askFor(trial.bus, [text!], { lane: Lane.TRANSACTIONAL })) urgent.set(to, at);
    }
    if (second === Math.floor(seconds / 10)) early = await residentMb(trial);
    await delay(Math.max(0, 1_000 - (performance.now() - begun)));
  }
  const late = await residentMb(trial);
  const grownMb = Object.fromEntries(Object.entries(late).map(([name, mb]) => [name, mb - (early[name] ?? mb)]));
  const sent = await receivedAt(sinks);
  const { p99Ms, missing } = outcomeOf(await receiptsAt(sinks), urgent);
  return { seconds, asked: seconds * askedPerSecond, sent, grownMb, urgentP99Ms: p99Ms, urgentMissing: missing };
}

async function residentMb({ dataDir }: Trial): Promise<Record<string, number>> {
  const pids = Object.entries(await processIds(dataDir));
  const found = await Promise.all(
    pids.map(async ([name, pid]) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
      return kilobytes === undefined ? [] : [[name, Number(kilobytes) / 1_024] as const];
    }),
  );
  return Object.fromEntries(found.flat());
}
