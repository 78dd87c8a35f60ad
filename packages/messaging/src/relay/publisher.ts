import { createInbox, headers, type Msg } from '@nats-io/nats-core';
import type { Bus } from '../bus/connect.ts';
import type { Envelope } from '../envelope.ts';
import { ackTable, type Stored } from './ack-table.ts';

/** The stream is there and does not take this message. */
export class Refused extends Error {}

export type Publisher = Readonly<{
  /** Rejects as `Refused`, or with another error when the stream is missing or does not answer in time. */
  publish(message: Envelope): Promise<Stored>;
  close(): void;
}>;

const headerBytes = 4_096;

/** Publishes with many acknowledgements under way: one inbox for all, matched by number. */
export function publisher(bus: Bus, ackWaitMs: number): Publisher {
  const inbox = createInbox();
  const acks = ackTable(ackWaitMs);

  const receive = (error: Error | null, message: Msg): void => {
    if (error) return;
    const waiting = acks.take(Number(message.subject.slice(inbox.length + 1)));
    if (!waiting) return;
    try {
      waiting.resolve(storedOf(message));
    } catch (failure) {
      waiting.reject(failure as Error);
    }
  };

  const subscription = bus.nc.subscribe(`${inbox}.*`, { callback: receive });
  const stopListening = bus.onStatus((status) => {
    if (status === 'disconnect') acks.failAll('the connection to the bus broke');
  });

  return {
    publish: async (message) => {
      if (!bus.isConnected()) throw new Error('the bus is not connected');
      if (message.data.length + headerBytes > (bus.nc.info?.max_payload ?? Infinity)) {
        throw new Refused('the message is larger than the bus carries');
      }
      const options = { headers: headersOf(message) };
      return acks.add((number) => {
        bus.nc.publish(message.subject, message.data, { ...options, reply: `${inbox}.${number}` });
      });
    },
    close: () => {
      stopListening();
      acks.close();
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

type Answer = Readonly<{
  stream?: string;
  seq?: number;
  duplicate?: boolean;
  error?: Readonly<{ description?: string }>;
}>;

function storedOf(message: Msg): Stored {
  if (message.data.length === 0) throw new Error('no stream keeps this subject');
  const { stream, seq, duplicate = false, error } = message.json<Answer>();
  if (error || !stream || !seq) throw new Refused(`the stream refused: ${error?.description ?? 'no sequence'}`);
  return { stream, sequence: seq, duplicate };
}
