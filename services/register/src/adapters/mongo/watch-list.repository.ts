import { type Connection, Schema } from 'mongoose';
import type { WatchList } from '../../app/visitors/ports.ts';
import type { WatchEntry } from '../../domain/visitors/watch-list.ts';

type Row = Omit<WatchEntry, 'id' | 'notifyPersonIds'> & { _id: string; notifyPersonIds: string[] };

const schema = new Schema<Row>(
  { _id: String, siteId: String, name: String, company: String, note: String, notifyPersonIds: [String] },
  { collection: 'watch_entries', versionKey: false, strict: 'throw' },
);
// The list of a site.
schema.index({ siteId: 1 }, { name: 'by_site' });

const most = 2_000;

/** Waits for the index. */
export async function watchListRepository(connection: Connection): Promise<WatchList> {
  const entries = connection.model<Row>('WatchEntry', schema);
  await entries.createIndexes();
  return {
    of: async (siteId) => {
      const found = await entries.find({ siteId }).limit(most).batchSize(most).lean<Row[]>();
      return found.map(({ _id, ...entry }) => ({ ...entry, id: _id }));
    },
    add: async ({ id, notifyPersonIds, ...entry }) => {
      await entries.insertMany([{ ...entry, notifyPersonIds: [...notifyPersonIds], _id: id }]);
    },
    remove: async (siteId, id) => (await entries.deleteOne({ _id: id, siteId })).deletedCount > 0,
  };
}
