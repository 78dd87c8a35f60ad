import { createInbox, headers, type Msg } from '@nats-io/nats-core';
import type { Bus } from '../bus/connect.ts';
import type { Envelope } from '../envelope.ts';

/** What the stream says when it has stored a message. */
export type Stored = Readonly<{ stream: string; sequence: number; duplicate: boolean }>;

/** The stream is there and does not take this message. */
export class Refused extends Error {}

export type Publisher = Readonly<{
  /** Rejects as `Refused`, or with another error when the stream is missing or does not answer in time. */
  publish(message: Envelope): Promise<Stored>;
  close(): void;
}>;

type Pending = Readonly<{ sentAt: number; resolve: (stored: Stored) => void; reject: (error: Error) => void }>;
type Answer = Readonly<{ stream?: string; seq?: number; duplicate?: boolean; error?: Readonly<{ description?: string }> }>;

const sweepMs = 250;
const headerBytes = 4_096;

/** Publishes with many acknowledgements under way: one inbox for all, matched by number, one timer. */
export function publisher(bus: Bus, ackWaitMs: number): Publisher {
  const inbox = createInbox();
  const pending = new Map<number, Pending>();
  let lastNumber = 0;

  const take = (number: number): Pending | undefined => {
    const one = pending.get(number);
    pending.delete(number);
    return one;
  };

  const failOlderThan = (moment: number, reason: string): void => {
    for (const [number, { sentAt }] of pending) if (sentAt <= moment) take(number)?.reject(new Error(reason));
  };

  const largest = (): number => (bus.nc.info?.max_payload ?? Infinity) - headerBytes;

  const receive = (error: Error | null, message: Msg): void => {
    if (error) return;
    const waiting = take(Number(message.subject.slice(inbox.length + 1)));
    if (!waiting) return;
    try {
      waiting.resolve(storedOf(message));
    } catch (failure) {
      waiting.reject(failure as Error);
    }
  };

  const subscription = bus.nc.subscribe(`${inbox}.*`, { callback: receive });
  const stopListening = bus.onStatus((status) => {
    if (status === 'disconnect') failOlderThan(Infinity, 'the connection to the bus broke');
  });
  const timer = setInterval(() => failOlderThan(Date.now() - ackWaitMs, 'the stream did not answer in time'), sweepMs);

  return {
    publish: (message) => {
      if (!bus.isConnected()) return Promise.reject(new Error('the bus is not connected'));
      lastNumber += 1;
      const number = lastNumber;
      return new Promise<Stored>((resolve, reject) => {
        if (message.data.length > largest()) return reject(new Refused('the message is larger than the bus carries'));
        bus.nc.publish(message.subject, message.data, { reply: `${inbox}.${number}`, headers: headersOf(message) });
        pending.set(number, { sentAt: Date.now(), resolve, reject });
      });
    },
    close: () => {
      clearInterval(timer);
      stopListening();
      failOlderThan(Infinity, 'the relay was closed');
      if (!bus.nc.isClosed()) subscription.unsubscribe();
    },
  };
}

function headersOf({ id, headers: own }: Envelope) {
  const all = headers();
  all.set('Nats-Msg-Id', id);
  for (const name in own) all.set(name, own[name] ?? '');
  return all;
}

function storedOf(message: Msg): Stored {
  if (message.data.length === 0) throw new Error('no stream keeps this subject');
  const { stream, seq, duplicate = false, error } = message.json<Answer>();
  if (error || !stream || !seq) throw new Refused(`the stream refused: ${error?.description ?? 'no sequence'}`);
  return { stream, sequence: seq, duplicate };
}
