import type { StreamName } from '@guildhall/contracts';
import { AppError } from '@guildhall/kernel';
import type { JsMsg } from '@nats-io/jetstream';
import type { Bus } from '../bus/connect.ts';
import { arrivalOf } from './arrival.ts';
import { deadLetterStream, redriveSubject } from './dead-letter-stream.ts';
import { gate } from './gate.ts';
import { keepAlive } from './keep-alive.ts';
import { groupLane, keyedLane } from './lanes.ts';
import { observeConsumer } from './observe.ts';
import { pullLoop } from './pull-loop.ts';
import { routesOf } from './routes.ts';
import { settler } from './settler.ts';
import type { Delivery, Subscription } from './subscription.ts';
import { traced } from './traced.ts';

export type ConsumeOptions = Readonly<{
  stream: StreamName;
  /** Owner and purpose, such as `notifier-send-bulk`: replicas of one name share the messages. */
  durable: string;
  subscriptions: readonly Subscription[];
  /** Subjects to take; default: those of the subscriptions. */
  filter?: readonly string[];
  /** Messages that are handled at once. Default 64, with a group handler 256. */
  concurrency?: number;
  /** Deliveries before a message that fails unexpectedly is a dead letter. Default 12. */
  maxAttempts?: number;
  /** How long refusals that may pass are waited out, in milliseconds. Default 1 h. */
  patienceMs?: number;
  /** After a crash, messages go to another replica this many milliseconds later. Default 10 000. */
  ackWaitMs?: number;
  /** Hears of every unexpected error and of every dead letter; never of personal data. */
  report?: (error: unknown, delivery: Delivery) => void;
}>;

export type Consuming = Readonly<{
  /** Resolves when stream and durable are there and messages come. */
  ready: Promise<void>;
  /** Finishes what is being handled, lets the rest go, and stops. */
  close(): Promise<void>;
}>;

/**
 * Handles the messages of a stream, each at least once: handlers are idempotent. Makes stream and durable where they
 * are missing, also when they vanish. What fails is repeated or becomes a dead letter by the rule of `verdictOn`; a
 * dead letter that is driven again comes back to this consumer alone.
 */
export function consume(bus: Bus, options: ConsumeOptions): Consuming {
  const { stream, durable, subscriptions, ackWaitMs = 10_000 } = options;
  const concurrency = options.concurrency ?? (subscriptions.some(({ grouped }) => grouped) ? 256 : 64);
  const handling = handler(bus, options, concurrency);
  const filter = options.filter ?? subscriptions.map(({ subject }) => `${subject}.*`);
  const pull = { ackWaitMs, wanted: handling.wanted, take: handling.take, onTrouble: () => undefined };
  const first = pullLoop(bus, { ...pull, stream, durable, filter, heartbeatMs: 500 });
  const redriven = { stream: deadLetterStream, durable, filter: [redriveSubject(durable)], heartbeatMs: 3_000 };
  const again = pullLoop(bus, { ...pull, ...redriven });
  return {
    ready: Promise.all([first.ready, again.ready]).then(() => undefined),
    close: async () => {
      handling.release();
      await Promise.all([first.close(), again.close()]);
      await handling.close();
    },
  };
}

function handler(bus: Bus, options: ConsumeOptions, concurrency: number) {
  const { durable, ackWaitMs = 10_000, maxAttempts = 12, patienceMs = 3_600_000, report = () => undefined } = options;
  const places = gate(concurrency);
  const alive = keepAlive(ackWaitMs);
  const observed = observeConsumer(bus, options.stream.name, durable);
  const settle = settler(bus, { durable, report, maxAttempts, patienceMs });
  const routeOf = routesOf(options.subscriptions);
  const lanes = new Map(
    options.subscriptions.map((subscription) => {
      const inSpans = traced(subscription, durable);
      return [subscription, subscription.grouped ? groupLane(inSpans) : keyedLane(inSpans)];
    }),
  );

  const handle = async (message: JsMsg): Promise<void> => {
    const startedAt = performance.now();
    const arrival = arrivalOf(message);
    const route = routeOf(arrival.delivery.subject);
    // A filter that was wider once may still bring what nobody here listens to.
    const error = route && (await lanes.get(route)?.(arrival));
    if (error === undefined) {
      settle.done(message);
      places.calm();
      return observed.settled(startedAt, 'done');
    }
    // When a neighbour is away, all messages would fail: wait before the next.
    if (error instanceof AppError && error.kind === 'unavailable') places.shut();
    observed.settled(startedAt, await settle.failed(message, arrival.delivery, error));
  };

  const take = (message: JsMsg): void => {
    alive.add(message);
    places.enter();
    void handle(message).finally(() => {
      alive.delete(message);
      places.leave();
    });
  };

  const close = async (): Promise<void> => {
    await places.empty();
    settle.flush();
    alive.close();
    observed.close();
    if (bus.isConnected()) await bus.nc.flush();
  };
  // Asking for a few at a time would cost more than waiting for a few to end.
  const wanted = () => places.free(Math.ceil(concurrency / 4));
  return { take, wanted, release: places.release, close };
}
