import { type Connection, Schema } from 'mongoose';
import type { Badge, Badges } from '../../app/kiosks/ports.ts';

type Row = Omit<Badge, 'id'> & { _id: string };

const schema = new Schema<Row>(
  { _id: String, personId: String, displayName: String, label: String, assignedAt: Date },
  { collection: 'badges', versionKey: false, strict: 'throw' },
);
// The badges of a person.
schema.index({ personId: 1 }, { name: 'by_person' });

const most = 10_000;

const toBadge = ({ _id, ...badge }: Row): Badge => ({ ...badge, id: _id });

/** Waits for the index. */
export async function badgeRepository(connection: Connection): Promise<Badges> {
  const badges = connection.model<Row>('Badge', schema);
  await badges.createIndexes();
  return {
    find: async (id) => {
      const found = await badges.findById(id).lean<Row>();
      return found ? toBadge(found) : undefined;
    },
    all: async (personId) => {
      const query = badges.find(personId ? { personId } : {});
      return (await query.limit(most).batchSize(most).lean<Row[]>()).map(toBadge);
    },
    put: async ({ id, ...badge }) => {
      await badges.updateOne({ _id: id }, { $set: badge }, { upsert: true });
    },
    remove: async (id) => {
      await badges.deleteOne({ _id: id });
    },
  };
}
