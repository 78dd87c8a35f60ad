import type { StreamName } from '@guildhall/contracts';
import {
  AckPolicy,
  type Consumer,
  type ConsumerMessages,
  DeliverPolicy,
  type JsMsg,
  ReplayPolicy,
} from '@nats-io/jetstream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Bus } from '../bus/connect.ts';
import { ensureStream, isMissing } from '../topology.ts';

export type PullOptions = Readonly<{
  stream: StreamName;
  durable: string;
  filter: readonly string[];
  ackWaitMs: number;
  /** Resolves with the number of messages that may come now; 0 when none may any more. */
  wanted: () => Promise<number>;
  /** How often the broker says that it is there, in milliseconds: twice that is how long a silent loss goes unseen. */
  heartbeatMs: number;
  take: (message: JsMsg) => void;
}>;

export type PullLoop = Readonly<{
  /** Resolves when messages come for the first time. */
  ready: Promise<void>;
  /** Lets the messages go that were fetched and not taken, and stops. */
  close(): Promise<void>;
}>;

const retryMs = 200;

/**
 * Brings the messages of a durable consumer, for ever. A durable that vanished with its stream never comes back by
 * itself: the loop makes both anew and starts over.
 */
export function pullLoop(bus: Bus, options: PullOptions): PullLoop {
  const ready = Promise.withResolvers<void>();
  const ended = new AbortController();
  const left: JsMsg[] = [];
  const fetcher = fetching(options, (message) => {
    if (ended.signal.aborted) left.push(message);
    else options.take(message);
  });

  const pullUntilTrouble = async (): Promise<void> => {
    await ensureStream(bus, options.stream);
    await ensureDurable(bus, options);
    const consumer = await bus.js.consumers.get(options.stream.name, options.durable);
    ready.resolve();
    while (!ended.signal.aborted) await fetcher.fetch(consumer, ended.signal);
  };

  const run = async (): Promise<void> => {
    while (!ended.signal.aborted && !bus.nc.isClosed()) {
      if (bus.isConnected()) await pullUntilTrouble().catch(() => undefined);
      await delay(retryMs, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  };
  const running = run();

  return {
    ready: ready.promise,
    close: async () => {
      ended.abort();
      fetcher.stop();
      await running;
      await letGo(bus, left);
    },
  };
}

/** One request at a time, for as many as can be handled: nothing waits here while its time to acknowledge runs. */
function fetching({ wanted, heartbeatMs }: PullOptions, take: (message: JsMsg) => void) {
  let messages: ConsumerMessages | undefined;
  return {
    async fetch(consumer: Consumer, ended: AbortSignal): Promise<void> {
      const count = await wanted();
      if (count === 0) return;
      messages = await consumer.fetch({ max_messages: count, idle_heartbeat: heartbeatMs, expires: 10 * heartbeatMs });
      if (ended.aborted) messages.stop();
      for await (const message of messages) take(message);
    },
    stop: () => messages?.stop(),
  };
}

/** Gives messages back, but not before the broker knows that we do not ask for more: it would hand them to us again. */
async function letGo(bus: Bus, messages: readonly JsMsg[]): Promise<void> {
  if (messages.length === 0 || !bus.isConnected()) return;
  await bus.nc.flush();
  for (const message of messages) message.nak();
}

/** The durable with these settings, made or changed where it is not so. */
async function ensureDurable({ jsm, replicas }: Bus, options: PullOptions): Promise<void> {
  const { stream, durable, filter, ackWaitMs } = options;
  const changeable = { filter_subjects: [...filter], ack_wait: ackWaitMs * 1_000_000, max_ack_pending: 2_000 };
  try {
    const { config } = await jsm.consumers.info(stream.name, durable);
    const isSame =
      config.ack_wait === changeable.ack_wait &&
      config.max_ack_pending === changeable.max_ack_pending &&
      JSON.stringify(config.filter_subjects) === JSON.stringify(changeable.filter_subjects);
    if (!isSame) await jsm.consumers.update(stream.name, durable, changeable);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await jsm.consumers.add(stream.name, {
      ...changeable,
      durable_name: durable,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      replay_policy: ReplayPolicy.Instant,
      max_deliver: -1,
      num_replicas: replicas,
    });
  }
}
