import type { StreamMark, StreamMarks } from '@guildhall/messaging';
import type { Store } from './store.ts';

type Document = StreamMark & { _id: string };

/** What the relay remembers of each stream, one document per stream. */
export function streamMarks(store: Store): StreamMarks {
  const collection = () => store.connection.collection<Document>('relay_marks');
  return {
    streams: async () =>
      (
        await collection()
          .find({}, { projection: { _id: 1 } })
          .toArray()
      ).map(({ _id }) => _id),
    load: async (stream) => {
      const found = await collection().findOne({ _id: stream });
      return found ? { created: found.created, sequence: found.sequence, messageId: found.messageId } : undefined;
    },
    save: async (stream, mark) => {
      await collection().replaceOne({ _id: stream }, { ...mark }, { upsert: true });
    },
  };
}
