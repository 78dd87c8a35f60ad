import { AppError } from '@guildhall/kernel';
import type { JsMsg } from '@nats-io/jetstream';
import type { Bus } from '../bus/connect.ts';
import { arrivalOf } from './arrival.ts';
import { gate } from './gate.ts';
import { keepAlive } from './keep-alive.ts';
import { groupLane, keyedLane, type Lane } from './lanes.ts';
import { observeConsumer } from './observe.ts';
import { routesOf } from './routes.ts';
import { settler, type SettlerOptions } from './settler.ts';
import type { Subscription } from './subscription.ts';
import { traced } from './traced.ts';

export type HandlingOptions = SettlerOptions &
  Readonly<{
    stream: string;
    subscriptions: readonly Subscription[];
    /** Messages that are handled at once. */
    concurrency: number;
    ackWaitMs: number;
  }>;

/** Brings each message to its handler and settles it. */
export type Handling = Readonly<{
  take(message: JsMsg): void;
  /** How many messages may come now; 0 after `release`. */
  wanted(): Promise<number>;
  release(): void;
  /** Waits for what is being handled. */
  close(): Promise<void>;
}>;

export function handling(bus: Bus, options: HandlingOptions): Handling {
  const { stream, durable, concurrency } = options;
  const places = gate(concurrency);
  const alive = keepAlive(options.ackWaitMs, bus.isConnected);
  const observed = observeConsumer(bus, stream, durable);
  const settle = settler(bus, options);
  const laneOf = lanesOf(options);

  const handle = async (message: JsMsg): Promise<void> => {
    const startedAt = performance.now();
    const arrival = arrivalOf(message);
    // A filter that was wider once may still bring what nobody here listens to.
    const error = await laneOf(arrival.delivery.subject)?.(arrival);
    if (error === undefined) {
      settle.done(message);
      places.calm();
      return observed.settled(startedAt, 'done');
    }
    // When a neighbour is away, all messages would fail: wait before the next.
    if (error instanceof AppError && error.kind === 'unavailable') places.shut();
    observed.settled(startedAt, await settle.failed(message, arrival.delivery, error));
  };

  return {
    take: (message) => {
      alive.add(message);
      places.enter();
      void handle(message).finally(() => {
        alive.delete(message);
        places.leave();
      });
    },
    // Asking for a few at a time would cost more than waiting for a few to end.
    wanted: () => places.free(Math.ceil(concurrency / 4)),
    release: places.release,
    close: async () => {
      await places.empty();
      settle.flush();
      alive.close();
      observed.close();
      if (bus.isConnected()) await bus.nc.flush();
    },
  };
}

function lanesOf({ subscriptions, durable }: HandlingOptions): (subject: string) => Lane | undefined {
  const routeOf = routesOf(subscriptions);
  const lanes = new Map<Subscription | undefined, Lane>();
  for (const subscription of subscriptions) {
    const inSpans = traced(subscription, durable);
    lanes.set(subscription, subscription.grouped ? groupLane(inSpans) : keyedLane(inSpans));
  }
  return (subject) => lanes.get(routeOf(subject));
}
