import type { OutboxMark, OutboxSource } from './outbox-source.ts';
import { publishSince } from './publish-since.ts';
import type { Sender } from './sender.ts';

/** A mark is exact; a little before it is read again all the same, since repeats cost next to nothing. */
const marginMs = 5_000;

/** Publishes everything that was kept since some moment; rejects when it could not, or when the relay is closed. */
export function readings({ sendAll }: Sender, ended: AbortSignal) {
  const read = (source: OutboxSource, at: Date): Promise<void> => publishSince(source, { at, sendAll, ended });
  return {
    /** What the live lane could not hold, or lost. */
    async deferred(source: OutboxSource): Promise<void> {
      const at = source.ledger.beginReading();
      if (!at) return;
      let isDone = false;
      try {
        await read(source, at);
        isDone = true;
      } finally {
        source.ledger.endReading(isDone);
      }
    },
    /** What other relays have left. */
    async ofOthers(sources: readonly OutboxSource[], since: OutboxMark['confirmedBefore']): Promise<void> {
      for (const source of sources) {
        const at = since[source.name];
        if (at) await read(source, new Date(at.getTime() - marginMs));
      }
    },
  };
}
