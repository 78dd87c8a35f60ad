import type { StreamName } from '@guildhall/contracts';
import type { Bus } from '../bus/connect.ts';
import { deadLetterStream, redriveSubject } from './dead-letter-stream.ts';
import { handling } from './handling.ts';
import { pullLoop } from './pull-loop.ts';
import type { Delivery, Subscription } from './subscription.ts';

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
  const { stream, durable, subscriptions, ackWaitMs = 10_000, maxAttempts = 12, patienceMs = 3_600_000 } = options;
  const concurrency = options.concurrency ?? (subscriptions.some(({ grouped }) => grouped) ? 256 : 64);
  const report = options.report ?? (() => undefined);
  const handled = { durable, subscriptions, concurrency, ackWaitMs, maxAttempts, patienceMs, report };
  const { take, wanted, release, close } = handling(bus, { ...handled, stream: stream.name });
  const filter = options.filter ?? subscriptions.map(({ subject }) => `${subject}.*`);
  const pull = { durable, ackWaitMs, take, wanted };
  const first = pullLoop(bus, { ...pull, stream, filter, heartbeatMs: 500 });
  const again = pullLoop(bus, {
    ...pull,
    stream: deadLetterStream,
    filter: [redriveSubject(durable)],
    heartbeatMs: 3_000,
  });
  return {
    ready: Promise.all([first.ready, again.ready]).then(() => undefined),
    close: async () => {
      release();
      await Promise.all([first.close(), again.close()]);
      await close();
    },
  };
}
