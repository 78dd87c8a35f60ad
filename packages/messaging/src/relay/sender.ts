import { attributes, metrics } from '@guildhall/kernel';
import type { Bus } from '../bus/connect.ts';
import type { Envelope } from '../envelope.ts';
import { meter } from '../telemetry.ts';
import { publisher, Refused } from './publisher.ts';
import type { StreamKeeper } from './stream-keeper.ts';

/**
 * `stored`: the streams have all of them. `failed`: something is wrong with a stream, which its keeper looks into.
 * `refused`: the streams are well, and one of the messages is not taken.
 */
export type Sent = 'stored' | 'failed' | 'refused';

/** Publishes to streams that are known to be well, and notices when one is not. */
export type Sender = Readonly<{
  sendAll(messages: readonly Envelope[]): Promise<Sent>;
  close(): void;
}>;

export function sender(
  bus: Bus,
  streams: StreamKeeper,
  { ackWaitMs, report }: Readonly<{ ackWaitMs: number; report: (error: unknown) => void }>,
): Sender {
  const { publish, close } = publisher(bus, ackWaitMs);
  const published = meter().createCounter(metrics.outboxPublished);
  const count = (stream: string, outcome: string): void =>
    published.add(1, { [attributes.stream]: stream, [attributes.outcome]: outcome });

  const send = async (message: Envelope): Promise<Sent> => {
    const stream = streams.of(message.subject);
    if (!stream) return 'refused';
    if (!stream.isReady()) return 'failed';
    const { watch } = stream;
    const sequenceWhenSent = watch.sequence();
    try {
      const stored = await publish(message);
      count(watch.name, stored.duplicate ? 'repeat' : 'stored');
      // A sequence that went back: the stream was made anew between two messages.
      if (watch.confirmed(stored, message.id, sequenceWhenSent)) stream.doubt();
      return 'stored';
    } catch (error) {
      count(watch.name, 'failed');
      // One message that cannot be taken says nothing about the stream.
      if (!(error instanceof Refused)) {
        stream.doubt();
        return 'failed';
      }
      report(error);
      return 'refused';
    }
  };

  return {
    close,
    sendAll: async (messages) => {
      const [only] = messages;
      if (messages.length === 1 && only) return send(only);
      const sent = await Promise.all(messages.map(send));
      return worst.find((one) => sent.includes(one)) ?? 'stored';
    },
  };
}

const worst: readonly Sent[] = ['failed', 'refused'];
