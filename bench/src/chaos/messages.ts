import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Member } from '../platform/people.ts';
import type { Trial } from '../platform/trial.ts';
import { needsAPerson, unrest } from './at-rest.ts';
import type { Post } from './http-client.ts';
import { type Finding, listed, none } from './judge.ts';
import type { Ledger } from './ledger.ts';
import { atPace } from './pace.ts';
import { persist } from './persist.ts';
import { repeats } from './sinks.ts';

type Senders = Readonly<{
  officer: Member;
  post: Post;
  ledger: Ledger;
  perSecond: number;
  ending: AbortSignal;
  /** Aborted when what is under way is given up. */
  giveUp: AbortSignal;
}>;

/** Asks for a mail and a text message at a time, each for somebody new. */
export function runSenders(senders: Senders): Promise<void> {
  let count = 0;
  return atPace(senders, () => {
    const number = count++;
    return () => sendTo(senders, [`member-${number}@example.org`, `+44${7_000_000_000 + number}`]);
  });
}

async function sendTo({ officer, post, ledger, giveUp }: Senders, [email, phone]: [string, string]): Promise<void> {
  const headers = { cookie: officer.cookie, 'x-csrf-token': officer.csrfToken, 'idempotency-key': randomUUID() };
  const body = {
    template: 'watch-alert',
    variables: { visitorName: 'Eve', siteName: 'North' },
    category: 'presence',
    recipients: [{ email }, { phone }],
  };
  const reply = await persist(() => post('/api/notifier/messages', headers, body), { ledger, signal: giveUp });
  if (reply) ledger.promisedTo([email, phone]);
}

const settleWithinMs = 120_000;

/** How often each address got something. */
async function receivedAt(sandboxUrl: string): Promise<Map<string, number>> {
  const found = await Promise.all(
    ['email', 'sms'].map(async (channel) => {
      const answer = await fetch(`${sandboxUrl}/sandbox/messages?channel=${channel}`);
      return ((await answer.json()) as { messages: readonly { to: string }[] }).messages;
    }),
  );
  const counts = new Map<string, number>();
  for (const { to } of found.flat()) counts.set(to, (counts.get(to) ?? 0) + 1);
  return counts;
}

/** Waits until all that was promised is there and nothing is on its way; resolves with how long that took. */
export async function untilDelivered({ bus, platform }: Trial, ledger: Ledger): Promise<number> {
  const beganAt = performance.now();
  for (;;) {
    const counts = await receivedAt(platform.sandboxUrl).catch(() => new Map<string, number>());
    const tookMs = performance.now() - beganAt;
    const reasons = await unrest(bus).catch((error: unknown) => [String(error)]);
    const isThere = ledger.promised.every((address) => counts.has(address));
    if ((isThere && reasons.length === 0) || tookMs > settleWithinMs) return tookMs;
    await delay(250);
  }
}

/** Holds what was promised against what arrived. */
export async function judgeMessages(trial: Trial, ledger: Ledger, kills: number): Promise<readonly Finding[]> {
  const counts = await receivedAt(trial.platform.sandboxUrl);
  const missing = ledger.promised.filter((address) => !counts.has(address));
  const twice = repeats(counts);
  return [
    none('acknowledged messages lost', missing, ledger.promised.length),
    { promise: 'deliveries twice, at most one per kill', seen: `${twice} in ${kills} kills`, isKept: twice <= kills },
    listed('answers that nobody should get', ledger.unexpected),
    listed('left for a person to mend', await needsAPerson(trial.bus, trial.dataDir)),
  ];
}
