import { AppError } from '@guildhall/kernel';
import type { JsMsg } from '@nats-io/jetstream';
import type { Bus } from '../bus/connect.ts';
import { ageOf } from './arrival.ts';
import { giveUp } from './give-up.ts';
import type { Delivery } from './subscription.ts';
import { type Patience, verdictOn } from './verdict.ts';

export type Settled = 'done' | 'retry' | 'dead-letter';

export type SettlerOptions = Patience &
  Readonly<{ durable: string; report: (error: unknown, delivery: Delivery) => void }>;

/** Tells the broker what became of each message. */
export type Settler = Readonly<{
  /** The message is done: acknowledged together with the others of this tick. */
  done(message: JsMsg): void;
  failed(message: JsMsg, delivery: Delivery, error: unknown): Promise<Settled>;
  flush(): void;
}>;

const redeliverMs = 5_000;

export function settler(bus: Bus, { durable, report, ...patience }: SettlerOptions): Settler {
  const canSend = (): boolean => !bus.nc.isClosed() && !bus.nc.isDraining();
  const repeat = (message: JsMsg, delayMs: number): 'retry' => {
    if (canSend()) message.nak(delayMs);
    return 'retry';
  };

  const failed = async (message: JsMsg, delivery: Delivery, error: unknown): Promise<Settled> => {
    const verdict = verdictOn(error, { attempt: delivery.attempt, ageMs: ageOf(message) }, patience);
    if (verdict.kind === 'dead-letter' || !(error instanceof AppError)) report(error, delivery);
    if (verdict.kind === 'retry') return repeat(message, verdict.delayMs);
    try {
      await giveUp(bus, durable, message, delivery, error);
      message.term();
      return 'dead-letter';
    } catch (trouble) {
      report(trouble, delivery);
      return repeat(message, redeliverMs);
    }
  };

  return { ...acknowledger(canSend), failed };
}

/** Acknowledgements of one tick share a socket write. */
function acknowledger(canSend: () => boolean) {
  let acks: JsMsg[] = [];
  let scheduled = false;

  const flush = (): void => {
    scheduled = false;
    const ready = acks;
    acks = [];
    // What cannot be said any more is delivered again.
    if (canSend()) for (const message of ready) message.ack();
  };

  return {
    flush,
    done(message: JsMsg): void {
      acks.push(message);
      if (scheduled) return;
      scheduled = true;
      setImmediate(flush);
    },
  };
}
