import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { say } from '@guildhall/tools/terminal/screen.ts';
import { costOf, processorTime, type Usage } from '../measure/processor-time.ts';
import { untilHeard } from '../platform/drained.ts';
import { processIds } from '../platform/process-ids.ts';
import type { Trial } from '../platform/trial.ts';
import { addBacklog } from './backlog.ts';
import { type Calls, callsOf, type Received } from './calls.ts';
import { assemble, type Crowd } from './crowd.ts';

export type Evacuated = Readonly<{
  people: number;
  contacts: number;
  /** Messages that had been asked for and not sent when the alarm came. */
  waiting: number;
  /** Until the officer had the board. */
  answerMs: number;
  calls: Calls;
  /** Processor time from the alarm until everybody had been called, by process. */
  cost: Usage;
}>;

const channels = ['email', 'sms', 'push'] as const;
const settleMs = 3_000;
const repeatMs = 100;
const lookAfterMs = 4_000;
const giveUpMs = 60_000;

/** Calls everybody inside one site by every contact, while so many other messages wait. */
export async function evacuate(trial: Trial, people: number, backlog: number): Promise<Evacuated> {
  say(`signing ${people} people in, with three contacts each`);
  const crowd = await assemble(trial, people);
  await untilHeard(trial.bus, 'EVT_IDENTITY', 'notifier-recipients');
  say(`asking for ${backlog} other messages`);
  // Some of them are sent before the alarm.
  await addBacklog(trial.bus, Math.ceil(backlog * 1.1));
  await delay(settleMs);
  const waiting = Math.ceil(backlog * 1.1) - (await sentSoFar(trial));
  const pids = await processIds(trial.dataDir);
  const before = await processorTime(pids);
  const alarmAt = Date.now();
  await start(trial, crowd);
  const answerMs = Date.now() - alarmAt;
  await delay(lookAfterMs);
  const cost = costOf(before, await processorTime(pids), 1);
  const calls = await untilCalled(trial, crowd, alarmAt);
  return { people, contacts: crowd.contacts.size, waiting, answerMs, calls, cost };
}

/** Sounds the alarm, and again as a browser would where the answer was lost. */
async function start({ webPort }: Trial, { siteId, officer }: Crowd): Promise<void> {
  const init = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: officer.cookie,
      'x-csrf-token': officer.csrfToken,
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ kind: 'live', escalateAfterSeconds: 600 }),
  };
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${webPort}/api/register/sites/${siteId}/incidents`, init);
    const text = await answer.text();
    if (answer.status === 201) return;
    if (![409, 503, 504].includes(answer.status)) throw new Error(`the evacuation was refused: ${text}`);
    await delay(repeatMs);
  }
}

/** Looks only after a while: whoever asks the sandbox for its messages takes time from what is measured. */
async function untilCalled(trial: Trial, crowd: Crowd, alarmAt: number): Promise<Calls> {
  const since = new Date(alarmAt).toISOString();
  for (;;) {
    const found = await Promise.all(channels.map((channel) => received(trial, { channel, since, q: crowd.siteId })));
    const calls = callsOf(alarmAt, found.flat(), crowd.contacts);
    if (calls.missing === 0 || Date.now() - alarmAt > giveUpMs) return calls;
    await delay(lookAfterMs);
  }
}

async function received({ platform }: Trial, query: Readonly<Record<string, string>>): Promise<readonly Received[]> {
  const answer = await fetch(`${platform.sandboxUrl}/sandbox/messages?${new URLSearchParams(query).toString()}`);
  return ((await answer.json()) as { messages: readonly Received[] }).messages;
}

async function sentSoFar(trial: Trial): Promise<number> {
  const sent = await Promise.all((['email', 'sms'] as const).map((channel) => received(trial, { channel })));
  return sent.flat().length;
}
