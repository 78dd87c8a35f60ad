import { type StreamName, streamOfSubject } from '@guildhall/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import type { Bus } from '../bus/connect.ts';
import type { StreamMarks } from './outbox-source.ts';
import { type StreamWatch, watchStream } from './stream-watch.ts';

/** A stream that the relay publishes to. */
export type KeptStream = Readonly<{
  watch: StreamWatch;
  /** False until it was looked at, and again from the first sign of trouble until the next look. */
  isReady(): boolean;
  /** Something is odd: look at the stream before anything else is published. */
  doubt(): void;
}>;

export type StreamEvents = Readonly<{
  onReady: (stream: KeptStream) => void;
  /** The stream is new or lost messages; comes before `onReady`. */
  onLost: (stream: KeptStream) => void;
  report: (error: unknown) => void;
}>;

export type StreamKeeper = Readonly<{
  /** The stream that keeps messages of this subject; undefined, and reported, when none can. */
  of(subject: string): KeptStream | undefined;
  all(): readonly KeptStream[];
  close(): Promise<void>;
}>;

const retryMs = 250;
const lookAgainMs = 30_000;

/** Knows the streams that messages went to, looks at each at the start, after a reconnection and when in doubt. */
export function streamKeeper(bus: Bus, marks: StreamMarks, events: StreamEvents): StreamKeeper {
  const streams = new Map<string, KeptStream>();
  const byPrefix = new Map<string, KeptStream>();
  const looks = new Set<Promise<void>>();
  const ended = new AbortController();

  const keep = (name: StreamName): KeptStream => {
    const known = streams.get(name.name);
    if (known) return known;
    const kept = keptStream(watchStream(bus, name, marks), { bus, events, ended: ended.signal, looks });
    streams.set(name.name, kept);
    kept.doubt();
    return kept;
  };

  const all = (): KeptStream[] => [...streams.values()];
  const doubtAll = (): void => all().forEach((stream) => stream.doubt());
  const stopListening = bus.onStatus(doubtAll);
  const timer = setInterval(doubtAll, lookAgainMs);

  return {
    of(subject) {
      const prefix = subject.slice(0, subject.indexOf('.', subject.indexOf('.') + 1));
      const known = byPrefix.get(prefix);
      if (known) return known;
      try {
        const kept = keep(streamOfSubject(subject));
        byPrefix.set(prefix, kept);
        return kept;
      } catch (error) {
        events.report(error);
        return undefined;
      }
    },
    all,
    close: async () => {
      ended.abort();
      clearInterval(timer);
      stopListening();
      await Promise.all(looks);
    },
  };
}

type Surroundings = Readonly<{ bus: Bus; events: StreamEvents; ended: AbortSignal; looks: Set<Promise<void>> }>;

function keptStream(watch: StreamWatch, { bus, events, ended, looks }: Surroundings): KeptStream {
  let ready = false;
  let looking = false;
  let lookedAt = 0;

  // The first look comes at once; trouble that stays is looked at in peace.
  const pause = async (milliseconds: number): Promise<void> => {
    if (milliseconds > 0) await delay(milliseconds, undefined, { signal: ended }).catch(() => undefined);
  };

  const look = async (): Promise<void> => {
    while (!ended.aborted && !ready) {
      try {
        await pause(lookedAt + retryMs - Date.now());
        lookedAt = Date.now();
        if (!bus.isConnected()) return;
        const isLost = await watch.look();
        ready = true;
        if (isLost) events.onLost(kept);
        events.onReady(kept);
      } catch (error) {
        events.report(error);
      }
    }
  };

  const kept: KeptStream = {
    watch,
    isReady: () => ready,
    doubt: () => {
      ready = false;
      if (looking || ended.aborted) return;
      looking = true;
      const looked = look().finally(() => {
        looking = false;
        looks.delete(looked);
      });
      looks.add(looked);
    },
  };
  return kept;
}
