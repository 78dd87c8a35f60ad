import { setTimeout as delay } from 'node:timers/promises';
import { Lane } from '@guildhall/contracts/notifier/v1/commands';
import { type Bus, publish } from '@guildhall/messaging';
import type { Measured } from '../load/phase.ts';
import { inTurns } from '../platform/in-turns.ts';
import type { Child } from '../processes/child.ts';
import { type Experiment, type Row, single } from '../rows/row.ts';
import { type Setting, withCost } from '../rows/setting.ts';
import { type Asking, commandOf, errands } from './errands.ts';
import { forget, outcomeOf, receiptsAt, type Sinks } from './receipts.ts';

const row: Row = {
  id: 'deliveries',
  title: 'deliveries to local sinks, by mail, text message and push in equal parts, each attempt recorded',
  peer: 'nodemailer, HTTP and mongoose, no bus, same store',
  floors: [{ figure: 'perSecond', bound: 'at least', of: 5_000 }],
};

const atATime = 800;
/** A series is as long as this rate would take for the seconds that are wanted. */
const perSecond = 4_000;
const giveUpMs = 120_000;

/** Asks for messages as fast as the stream takes them, until the last is recorded as sent. */
export function deliveries(setting: Setting, sinks: Sinks, plain: Child): Experiment {
  let series = 0;
  const ours = async (seconds: number): Promise<Measured> => {
    const list = errands(++series, Math.ceil(seconds * perSecond));
    await forget(sinks);
    return withCost(setting, async () => {
      const before = await told(setting.trial.bus);
      const begun = performance.now();
      const begunAt = await askFor(setting.trial.bus, list, { lane: Lane.BULK });
      await untilTold(setting.trial.bus, before + list.length);
      return measured(begun, list.length, outcomeOf(await receiptsAt(sinks), begunAt));
    });
  };
  const peer = async (seconds: number): Promise<Measured> => {
    const count = Math.ceil(seconds * perSecond);
    const begunAt = new Map(errands(++series, count).map(({ to }) => [to, Date.now()]));
    await forget(sinks);
    return withCost(setting, async () => {
      const begun = performance.now();
      await (await fetch(`http://127.0.0.1:${plain.port}/?series=${series}&count=${count}`)).text();
      return measured(begun, count, outcomeOf(await receiptsAt(sinks), begunAt));
    });
  };
  return single(row, { ours, peer });
}

/** Asks for all of them; resolves with when each was asked for. */
export async function askFor(
  bus: Bus,
  list: ReturnType<typeof errands>,
  asking: Asking,
): Promise<ReadonlyMap<string, number>> {
  const begunAt = new Map<string, number>();
  await inTurns(list, atATime, async (errand) => {
    begunAt.set(errand.to, Date.now());
    await publish(bus, commandOf(errand, asking));
  });
  return begunAt;
}

function measured(begun: number, count: number, outcome: ReturnType<typeof outcomeOf>): Measured {
  const { missing, twice, p50Ms, p99Ms } = outcome;
  const seconds = (performance.now() - begun) / 1_000;
  const bad = { ...(missing > 0 && { 404: missing }), ...(twice > 0 && { 409: twice }) };
  return { sent: count, good: count - missing, bad, perSecond: count / seconds, p50Ms, p99Ms };
}

/** The facts that the notifier has told so far: a message that was sent is told once it is recorded. */
export const told = async ({ jsm }: Bus): Promise<number> => (await jsm.streams.info('EVT_NOTIFIER')).state.last_seq;

async function untilTold(bus: Bus, count: number): Promise<void> {
  const deadline = performance.now() + giveUpMs;
  for (;;) {
    const seen = await told(bus);
    if (seen >= count) return;
    if (performance.now() > deadline) throw new Error(`${count - seen} messages were not recorded as sent`);
    await delay(50);
  }
}
