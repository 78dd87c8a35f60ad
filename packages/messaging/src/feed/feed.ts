import type { StreamName } from '@guildhall/contracts';
import type { JsMsg } from '@nats-io/jetstream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Bus } from '../bus/connect.ts';
import { headerNames } from '../envelope.ts';
import { madeAt } from '../ids.ts';
import { overlapMs, parsePosition, positionId, type Position, startOf, type StreamState } from './position.ts';
import { type Reading, startReading } from './reader.ts';
import { seenIds } from './seen.ts';

export type FeedMessage = Readonly<{
  /** `<stream created>-<sequence>`: what `from` takes, to go on behind this message. */
  id: string;
  subject: string;
  data: Uint8Array;
  /** The aggregate's version; 0 where the sender gave none. */
  version: number;
}>;

export type FeedOptions = Readonly<{
  stream: StreamName;
  /** With wildcards: `evt.register.v1.visit-opened.*`. */
  subjects: readonly string[];
  /** The id of the last message seen; absent, or none of ours: only what comes from now on. */
  from?: string | undefined;
  onMessage: (message: FeedMessage) => void;
  /** Hears why the feed had to find its place again; it goes on by itself. */
  onError?: (error: unknown) => void;
}>;

export type Feed = Readonly<{ close(): Promise<void> }>;

const retryMs = 200;

/**
 * Reads a stream in order, for as long as it is wanted; resolves when it listens. Nothing is skipped when the stream
 * is made anew or the connection breaks; a message may come twice only across a gap of more than 20 000.
 */
export async function feed(bus: Bus, options: FeedOptions): Promise<Feed> {
  const { stream, subjects, onError = () => undefined } = options;
  const cursor = cursorOf(options);
  const listening = Promise.withResolvers<void>();
  let reading: Reading | undefined;
  const closed = new AbortController();

  const readOnce = async (): Promise<void> => {
    reading = await startReading(bus, { stream, subjects, startOf: cursor.startOf, onMessage: cursor.pass });
    listening.resolve();
    if (closed.signal.aborted) reading.stop();
    await reading.ended;
  };

  const run = async (): Promise<void> => {
    while (!closed.signal.aborted && !bus.nc.isClosed()) {
      try {
        if (bus.isConnected()) await readOnce();
        else await delay(retryMs, undefined, { signal: closed.signal });
      } catch (error) {
        if (closed.signal.aborted) return;
        onError(error);
        await delay(retryMs, undefined, { signal: closed.signal }).catch(() => undefined);
      }
    }
  };

  // After a reconnection the stream may be another one: find the place again.
  const stopListening = bus.onStatus((status) => {
    if (status === 'reconnect') reading?.stop();
  });
  const running = run();
  await Promise.race([listening.promise, running]);
  return {
    close: async () => {
      closed.abort();
      stopListening();
      reading?.stop();
      await running;
    },
  };
}

/** Where the feed is, and what it has passed on. */
function cursorOf({ from, onMessage }: FeedOptions) {
  const seen = seenIds();
  let last: Position | undefined = from === undefined ? undefined : parsePosition(from);
  let lastSeenMs = last ? undefined : Date.now();
  let oldestMs = lastSeenMs === undefined ? 0 : lastSeenMs - overlapMs;

  return {
    startOf: (stream: StreamState) => {
      // Who comes with a place in another stream saw its last message before this one was made.
      const start = startOf(last, new Date(lastSeenMs ?? stream.createdMs), stream);
      if (start !== 'next' && 'time' in start) oldestMs = Math.max(oldestMs, start.time.getTime());
      // From now on there is a place to come back to, even when nothing arrives before the next break.
      last ??= { createdMs: stream.createdMs, sequence: stream.lastSequence };
      return start;
    },
    pass: (message: JsMsg, { createdMs }: StreamState): void => {
      last = { createdMs, sequence: message.seq };
      lastSeenMs = Date.parse(message.timestamp);
      const messageId = message.headers?.get('Nats-Msg-Id') ?? '';
      // A stream that is rebuilt brings a whole day again, long past for this reader.
      if (messageId && (madeAt(messageId) < oldestMs || !seen.add(messageId))) return;
      const version = Number(message.headers?.get(headerNames.version)) || 0;
      onMessage({ id: positionId(last), subject: message.subject, data: message.data, version });
    },
  };
}
