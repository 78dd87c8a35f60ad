import { setTimeout as delay } from 'node:timers/promises';
import { Lane } from '@guildhall/contracts/notifier/v1/commands';
import { say } from '@guildhall/tools/terminal/screen.ts';
import { untilHeard } from '../platform/drained.ts';
import type { Trial } from '../platform/trial.ts';
import { askFor } from './deliveries.ts';
import { errands } from './errands.ts';
import { forget, outcomeOf, receiptsAt, receivedAt, type Sinks } from './receipts.ts';

export type Reminded = Readonly<{
  count: number;
  missing: number;
  twice: number;
  p50Ms: number;
  lastMs: number;
  /** How many were sent before they were due. */
  early: number;
}>;

const perSecond = 1_000;
const slackMs = 10_000;
const giveUpMs = 60_000;

/** Books so many messages for the same second; what is measured begins with that second. */
export async function remind(trial: Trial, sinks: Sinks, count: number): Promise<Reminded> {
  say(`booking ${count} reminders for the same second`);
  await forget(sinks);
  const dueAt = new Date(Date.now() + slackMs + (count / perSecond) * 1_000);
  const list = errands(900, count);
  await askFor(trial.bus, list, { lane: Lane.TRANSACTIONAL, notBefore: dueAt });
  await untilHeard(trial.bus, 'CMD_NOTIFIER', 'notifier-send-transactional');
  if (Date.now() >= dueAt.getTime()) throw new Error('the reminders were due before all of them were booked');
  const early = await receivedAt(sinks);
  await delay(dueAt.getTime() - Date.now());
  const deadline = Date.now() + giveUpMs;
  while ((await receivedAt(sinks)) < count && Date.now() < deadline) await delay(100);
  const begunAt = new Map(list.map(({ to }) => [to, dueAt.getTime()]));
  return { count, early, ...outcomeOf(await receiptsAt(sinks), begunAt) };
}
