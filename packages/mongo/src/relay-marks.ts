import type { OutboxMark, OutboxMarks, RelayMarks, StreamMark, StreamMarks } from '@guildhall/messaging';
import { inTime } from './in-time.ts';
import { collectionOf, type Store } from './store.ts';

/** What the relays over this store remember: a document for each stream, and one for each relay that runs. */
export const relayMarks = (store: Store): RelayMarks => ({ streams: streamMarks(store), outboxes: outboxMarks(store) });

function streamMarks(store: Store): StreamMarks {
  const collection = collectionOf<StreamMark & { _id: string }>(store, 'relay_marks');
  return {
    names: async () => {
      const found = await collection.find({}, { projection: { _id: 1 }, ...inTime() }).toArray();
      return found.map(({ _id }) => _id);
    },
    load: async (stream) => {
      const found = await collection.findOne({ _id: stream }, inTime());
      return found ? { created: found.created, sequence: found.sequence, messageId: found.messageId } : undefined;
    },
    save: async (stream, mark) => {
      await collection.replaceOne({ _id: stream }, { ...mark }, { upsert: true, ...inTime() });
    },
  };
}

function outboxMarks(store: Store): OutboxMarks {
  const collection = collectionOf<OutboxMark & { _id: string }>(store, 'relay_outboxes');
  return {
    all: async () => {
      const found = await collection.find({}, inTime()).toArray();
      return new Map(found.map(({ _id, ...mark }) => [_id, mark]));
    },
    save: async (relay, mark) => {
      await collection.replaceOne({ _id: relay }, { ...mark }, { upsert: true, ...inTime() });
    },
    remove: async (relay, heartbeatAt) => {
      await collection.deleteOne({ _id: relay, heartbeatAt }, { ordered: true, ...inTime() });
    },
  };
}
