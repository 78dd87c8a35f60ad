import { AckPolicy, type ConsumerConfig, type ConsumerMessages, DeliverPolicy, type JsMsg } from '@nats-io/jetstream';
import type { StreamName } from '@guildhall/contracts';
import type { Bus } from '../bus/connect.ts';
import { ensureStream } from '../topology.ts';
import type { Start, StreamState } from './position.ts';

export type ReaderOptions = Readonly<{
  stream: StreamName;
  subjects: readonly string[];
  startOf: (stream: StreamState) => Start;
  onMessage: (message: JsMsg, stream: StreamState) => void;
}>;

/** One stretch of reading, until something is lost or it is stopped. */
export type Reading = Readonly<{ stop(): void; ended: Promise<void> }>;

const heartbeatMs = 1_000;

/**
 * Starts a consumer of one's own and brings its messages in order, each once. `ended` rejects when a message is
 * missing or the consumer vanished: then a new reading has to find its place.
 */
export async function startReading(
  bus: Bus,
  { stream, subjects, startOf, onMessage }: ReaderOptions,
): Promise<Reading> {
  const info = await ensureStream(bus, stream);
  const { first_seq, last_seq } = info.state;
  const state = { createdMs: Date.parse(info.created), firstSequence: first_seq, lastSequence: last_seq };
  const { name } = await bus.jsm.consumers.add(stream.name, {
    ...startConfig(startOf(state)),
    filter_subjects: [...subjects],
    ack_policy: AckPolicy.None,
    max_deliver: 1,
    mem_storage: true,
    num_replicas: 1,
    // The broker forgets a reader that went away without a word.
    inactive_threshold: 30_000_000_000,
  });
  const consumer = await bus.js.consumers.get(stream.name, name);
  const messages = await consumer.consume({
    max_messages: 500,
    idle_heartbeat: heartbeatMs,
    expires: 10 * heartbeatMs,
    abort_on_missing_resource: true,
  });
  const ended = read(messages, (message) => onMessage(message, state)).finally(() => {
    if (!bus.nc.isClosed()) bus.jsm.consumers.delete(stream.name, name).catch(() => undefined);
  });
  return { stop: () => messages.stop(), ended };
}

async function read(messages: ConsumerMessages, onMessage: (message: JsMsg) => void): Promise<void> {
  let expected = 1;
  for await (const message of messages) {
    if (message.info.deliverySequence !== expected) throw new Error('a message of the feed is missing');
    expected += 1;
    onMessage(message);
  }
}

function startConfig(start: Start): Partial<ConsumerConfig> {
  if (start === 'next') return { deliver_policy: DeliverPolicy.New };
  return 'sequence' in start
    ? { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: start.sequence }
    : { deliver_policy: DeliverPolicy.StartTime, opt_start_time: start.time.toISOString() };
}
