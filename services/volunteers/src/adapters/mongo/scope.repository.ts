import type { Connection } from 'mongoose';
import type { Scopes } from '../../app/ports.ts';
import type { Where } from '../../domain/book.ts';

type Row = Readonly<{ _id: string; scopes: readonly Where[] }>;

/** The places that people are limited to. Whoever is not among them is not limited. */
export function scopeRepository(connection: Connection): Scopes {
  const managers = connection.collection<Row>('managers');
  return {
    of: async (personId) => (await managers.findOne({ _id: personId }))?.scopes,
    all: async () => (await managers.find({}).toArray()).map(({ _id, scopes }) => ({ personId: _id, scopes })),
    set: async (personId, scopes) => {
      await managers.updateOne({ _id: personId }, { $set: { scopes } }, { upsert: true });
    },
    forget: async (personId) => {
      await managers.deleteOne({ _id: personId });
    },
  };
}
