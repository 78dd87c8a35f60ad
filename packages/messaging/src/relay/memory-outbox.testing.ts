import type { Confirmed, OutboxSource, StreamMark, StreamMarks, Waiting } from './outbox-source.ts';

type Kept = { entry: Waiting; keptAt: Date; isWaiting: boolean };

/** An outbox in memory: what a store would keep, for tests of the relay alone. */
export function memoryOutbox() {
  const kept: Kept[] = [];
  const marks = new Map<string, StreamMark>();
  const source: OutboxSource = {
    name: 'memory',
    pending: (olderThan, limit) =>
      Promise.resolve(
        kept
          .filter((one) => one.isWaiting && one.keptAt < olderThan)
          .slice(0, limit)
          .map(({ entry }) => entry),
      ),
    async *since(at) {
      for (const one of kept) if (one.keptAt >= at) yield await Promise.resolve(one.entry);
    },
    confirmed: (saves: readonly Confirmed[]) => {
      const owners = new Set(saves.map(({ owner }) => owner));
      for (const one of kept) if (owners.has(one.entry.owner)) one.isWaiting = false;
      return Promise.resolve();
    },
    oldest: () => Promise.resolve(kept.find(({ isWaiting }) => isWaiting)?.keptAt),
    depth: () => Promise.resolve(kept.filter(({ isWaiting }) => isWaiting).length),
    marks: marksIn(marks),
  };
  return {
    source,
    marks,
    /** Keeps a message as a save would; returns what to offer. */
    keep(entry: Waiting, keptAt = new Date()): Waiting[] {
      kept.push({ entry, keptAt, isWaiting: true });
      return [entry];
    },
    waiting: () => kept.filter(({ isWaiting }) => isWaiting).map(({ entry }) => entry.owner),
  };
}

const marksIn = (marks: Map<string, StreamMark>): StreamMarks => ({
  streams: () => Promise.resolve([...marks.keys()]),
  load: (stream) => Promise.resolve(marks.get(stream)),
  save: (stream, mark) => {
    marks.set(stream, mark);
    return Promise.resolve();
  },
});
