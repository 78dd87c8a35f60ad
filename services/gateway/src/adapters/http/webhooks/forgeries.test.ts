import { RegisterService } from '@guildhall/contracts/register/v1/service';
import { AppError } from '@guildhall/kernel';
import { sealer } from '@guildhall/messaging';
import { expect, it } from 'vitest';
import { receiveWebhook } from '../../../app/webhooks/receive-webhook.ts';
import { tellOnce } from '../../../app/webhooks/tell-once.ts';
import { diceOf, forgeries, replays } from '../../../testing/forgeries.ts';
import { genuine, slackJson, vendorKeys } from '../../../testing/vendor-calls.ts';
import { slackEvents } from './slack-events.ts';
import { slackWebhooks } from './slack.ts';
import { twilioWebhooks } from './twilio.ts';
import type { Call } from './webhook.ts';
import { takeCall } from './webhooks.ts';

const now = Date.UTC(2026, 10, 20, 12);

/** The doors of both vendors, with a memory, but without a port. */
function scenario() {
  let carriedOut = 0;
  const published: string[] = [];
  const kept = new Set<string>();
  const receipts = { has: async (id: string) => kept.has(id), add: async (id: string) => void kept.add(id) };
  const remembering = { receipts, realNow: () => now, report: () => undefined };
  const receive = receiveWebhook(remembering);
  const count = async () => void (carriedOut += 1);
  const ask = () => count().then(() => ({ text: 'Nobody', inChannel: false }) as never);
  const webhooks = new Map(
    [
      ...twilioWebhooks({
        authTokens: ['other', vendorKeys.twilio],
        clock: { now: () => new Date(now) },
        publish: count,
      }),
      ...slackWebhooks({ signingSecret: vendorKeys.slack, methods: RegisterService.methods, ask, realNow: () => now }),
      slackEvents({
        signingSecret: vendorKeys.slack,
        clock: { now: () => new Date(now) },
        realNow: () => now,
        sealer: sealer(new Uint8Array(32)),
        publish: ({ id }) => count().then(() => void published.push(id)),
        tellOnce: tellOnce(remembering),
        withinMs: 2_500,
      }),
    ].map((webhook) => [webhook.path, webhook]),
  );
  /** Its status, or the code of its refusal. */
  const send = async (path: string, call: Call): Promise<string | number> => {
    try {
      return (await takeCall(webhooks.get(path)!, call, receive)).status;
    } catch (error) {
      if (error instanceof AppError) return error.code;
      throw error;
    }
  };
  return { send, published, carriedOut: () => carriedOut };
}

const kinds: readonly (() => Call)[] = [
  genuine.text,
  genuine.report,
  genuine.json,
  () => genuine.command(now),
  () => genuine.event(now),
];
const pool = (size: number): Call[] => Array.from({ length: size }, (_, index) => kinds[index % kinds.length]!());
/** A forger may change the address, but not which door it is tried at. */
const pathOf = ({ url }: Call): string => new URL(url).pathname.slice('/api/webhooks/'.length);

const refusals = new Set([
  'gateway.bad_signature',
  'gateway.webhook_too_old',
  'gateway.webhook_repeated',
  'gateway.malformed_webhook',
]);

it('takes none of 100,000 forged, truncated, changed and replayed requests, and refuses no genuine one', async () => {
  const { send, carriedOut } = scenario();
  const dice = diceOf(5);
  const [taken, withheld] = [pool(400), pool(400)];
  for (const call of taken) expect(await send(pathOf(call), call)).toBeLessThan(300);
  const tries = [
    ...Object.entries(forgeries).map(([name, forge]) => ({ name, forge, from: withheld })),
    ...Object.entries(forgeries).map(([name, forge]) => ({ name, forge, from: taken })),
    ...Object.entries(replays).map(([name, forge]) => ({ name, forge, from: taken })),
  ];
  const wrong: string[] = [];
  let [tried, genuineOnes] = [0, taken.length];
  for (let turn = 0; tried < 100_000; turn += 1) {
    const { name, forge, from } = tries[turn % tries.length]!;
    const call = from[dice(from.length)]!;
    const forged = forge(call, dice, from[dice(from.length)]!);
    if (!forged || (forged !== call && isSameCall(forged, call))) continue;
    tried += 1;
    const answer = await send(pathOf(call), forged);
    if (!refusals.has(String(answer))) wrong.push(`${name}: ${answer}`);
    if (tried % 100 > 0) continue;
    const fresh = kinds[dice(kinds.length)]!();
    genuineOnes += 1;
    if (!(Number(await send(pathOf(fresh), fresh)) < 300)) wrong.push('a genuine one was refused');
  }
  // What was forged on their way did not use them up.
  for (const call of withheld) if (!(Number(await send(pathOf(call), call)) < 300)) wrong.push('withheld');

  expect([...new Set(wrong)]).toEqual([]);
  expect([tried, carriedOut()]).toEqual([100_000, genuineOnes + withheld.length]);
}, 60_000);

const isSameCall = (one: Call, other: Call): boolean =>
  one.url === other.url && one.body.equals(other.body) && JSON.stringify(one.headers) === JSON.stringify(other.headers);

it.each([
  ['five minutes old', -300_000, 200],
  ['older', -301_000, 'gateway.webhook_too_old'],
  ['five minutes early', 300_000, 200],
  ['earlier', 301_000, 'gateway.webhook_too_old'],
])('what Slack signed %s', async (_when, by, answer) => {
  expect(await scenario().send('slack/commands', genuine.command(now + by))).toBe(answer);
  expect(await scenario().send('slack/events', genuine.event(now + by))).toBe(answer);
});

it.each([
  ['another key', genuine.text('guess'), 'twilio/messages'],
  ['another key', genuine.json('guess'), 'twilio/status'],
  ['another key', genuine.command(now, 'guess'), 'slack/commands'],
  ['another key', genuine.event(now, 'guess'), 'slack/events'],
  ['an empty key', genuine.text(''), 'twilio/messages'],
  ['the key of another vendor', genuine.command(now, vendorKeys.twilio), 'slack/commands'],
])('is not taken with %s', async (_key, call, path) => {
  expect(await scenario().send(path, call)).toBe('gateway.bad_signature');
});

it('is taken from any of our accounts', async () => {
  expect(await scenario().send('twilio/messages', genuine.text('other'))).toBe(200);
});

it('is one event however often Slack tells it', async () => {
  const { send, published } = scenario();
  const event = { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event: { type: 'team_join' } };

  for (const later of [0, 1_000, 60_000, 300_000]) {
    expect(await send('slack/events', slackJson(event, now - later))).toBe(200);
  }

  expect(published).toEqual(['Ev1']);
});
