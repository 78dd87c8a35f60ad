import type { Waiting } from './outbox-source.ts';
import type { Sender } from './sender.ts';

/** Brings out what was stored a moment ago, from memory. */
export type LiveLane = Readonly<{
  offer(entries: readonly Waiting[]): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}>;

const underWayAtMost = 256;
const queueAtMost = 20_000;

/**
 * A bounded queue in front of a window of messages under way. What finds no place, or fails, is forgotten here: it is
 * in its document, where the sweep finds it.
 */
export function liveLane({ sendAll }: Sender, onStored: (entry: Waiting) => void): LiveLane {
  let queue: Waiting[] = [];
  let head = 0;
  let underWay = 0;
  let idle = Promise.withResolvers<void>();

  const pump = (): void => {
    while (underWay < underWayAtMost && head < queue.length) {
      const entry = queue[head] as Waiting;
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

  const bringOut = async (entry: Waiting): Promise<void> => {
    if (await sendAll(entry.messages)) onStored(entry);
    underWay -= entry.messages.length;
    pump();
  };

  return {
    offer: (entries) => {
      if (entries.length === 0 || queue.length - head + entries.length > queueAtMost) return;
      if (underWay === 0 && queue.length === 0) idle = Promise.withResolvers<void>();
      for (const entry of entries) queue.push(entry);
      pump();
    },
    idle: () => (underWay === 0 ? Promise.resolve() : idle.promise),
  };
}
