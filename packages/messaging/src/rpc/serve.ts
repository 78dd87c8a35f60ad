import type { DescMethod, DescService } from '@bufbuild/protobuf';
import { rpcSubject } from '@guildhall/contracts';
import { attributes, metrics } from '@guildhall/kernel';
import type { Msg } from '@nats-io/nats-core';
import type { Bus } from '../bus/connect.ts';
import { meter, stopwatch } from '../telemetry.ts';
import { failures } from './failure.ts';
import { type Handle, type MethodRunner, methodRunner, refusalOf } from './method-runner.ts';
import { replyBatcher, replyLaneOf } from './replies.ts';
import { readRequests, type RequestFrame } from './request-frame.ts';
import type { Implementation } from './types.ts';

export type ServeOptions = Readonly<{
  /** Hears of everything a method threw that is no `AppError`. */
  report?: (error: unknown, method: DescMethod) => void;
  /** Requests that may run at once; one more is refused as `rpc.overloaded`. Default 4 096. */
  maxRunning?: number;
}>;

export type Served = Readonly<{
  /** Takes no more requests, finishes those that run, sends their replies. */
  close(): Promise<void>;
}>;

/**
 * Answers the unary methods of a service; replicas share the load. A request past its deadline is dropped: its
 * caller has given up.
 */
export function serve<S extends DescService>(
  bus: Bus,
  service: S,
  implementation: Implementation<S>,
  { report = () => undefined, maxRunning = 4_096 }: ServeOptions = {},
): Served {
  const requests = runningRequests(bus, maxRunning);
  const duration = meter().createHistogram(metrics.rpcServerDuration, { unit: 's' });

  const subscribe = (method: DescMethod) => {
    const name = `${service.typeName}/${method.name}`;
    const record = stopwatch(duration, { [attributes.method]: name });
    const handle = implementation[method.localName as keyof Implementation<S>] as unknown as Handle;
    const reportIt = (error: unknown): void => report(error, method);
    const run = methodRunner({ method, name, handle, record, report: reportIt });
    const callback = (error: Error | null, message: Msg): void => {
      if (!error && message.reply) requests.start(run, message, reportIt);
    };
    return bus.nc.subscribe(rpcSubject(method), { queue: service.typeName, callback });
  };
  const subscriptions = service.methods.filter(({ methodKind }) => methodKind === 'unary').map(subscribe);

  return {
    close: async () => {
      const isOpen = bus.isConnected() && !bus.nc.isDraining();
      await Promise.all(subscriptions.map(async (one) => (isOpen ? one.drain() : one.unsubscribe())));
      await requests.finish();
    },
  };
}

/** The requests that run, and the way their replies take. */
function runningRequests(bus: Bus, maxRunning: number) {
  const replies = replyBatcher(bus);
  const running = new Set<Promise<void>>();

  const startOne = (run: MethodRunner, lane: string, frame: RequestFrame): void => {
    if (frame.call.deadline <= Date.now()) return;
    if (running.size >= maxRunning) return replies.add(lane, refusalOf(frame.number, failures.overloaded()));
    const answered = run(frame).then((reply) => {
      running.delete(answered);
      replies.add(lane, reply);
    });
    running.add(answered);
  };

  return {
    start(run: MethodRunner, { data, reply = '' }: Msg, report: (error: unknown) => void): void {
      const lane = replyLaneOf(reply);
      try {
        readRequests(data, (frame) => startOne(run, lane, frame));
      } catch (error) {
        // Not one of ours; its sender meets the deadline.
        report(error);
      }
    },
    async finish(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
      replies.flush();
      if (bus.isConnected()) await bus.nc.flush();
    },
  };
}
