import type { Offered } from './outbox-source.ts';
import type { Sender, Sent } from './sender.ts';

/** Brings out what was stored a moment ago, from memory. */
export type LiveLane = Readonly<{
  offer(entries: readonly Offered[]): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}>;

const underWayAtMost = 256;
const queueAtMost = 20_000;

/**
 * A bounded queue in front of a window of messages under way. `onEnd` hears how it went with each; what finds no place
 * has failed.
 */
export function liveLane({ sendAll }: Sender, onEnd: (entry: Offered, sent: Sent) => void): LiveLane {
  let queue: Offered[] = [];
  let head = 0;
  let underWay = 0;
  let idle = Promise.withResolvers<void>();

  const pump = (): void => {
    while (underWay < underWayAtMost && head < queue.length) {
      const entry = queue[head] as Offered;
      head += 1;
      underWay += entry.messages.length;
      void bringOut(entry);
    }
    if (head === queue.length) {
      queue = [];
      head = 0;
    }
    if (underWay === 0) idle.resolve();
  };

  const bringOut = async (entry: Offered): Promise<void> => {
    onEnd(entry, await sendAll(entry.messages));
    underWay -= entry.messages.length;
    pump();
  };

  return {
    offer: (entries) => {
      if (entries.length === 0) return;
      if (queue.length - head + entries.length > queueAtMost) {
        for (const entry of entries) onEnd(entry, 'failed');
        return;
      }
      if (underWay === 0 && queue.length === 0) idle = Promise.withResolvers<void>();
      for (const entry of entries) queue.push(entry);
      pump();
    },
    idle: () => (underWay === 0 ? Promise.resolve() : idle.promise),
  };
}
