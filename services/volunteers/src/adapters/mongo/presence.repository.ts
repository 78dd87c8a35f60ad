import { type Connection, mongo } from 'mongoose';
import type { Presences, Visit } from '../../app/activities/ports.ts';

type Row = Omit<Visit, 'id'> & { _id: string; keptAt: Date };

const duplicateKey = 11_000;
const weekSeconds = 7 * 86_400;
const most = 10_000;

/** Visits of volunteers. One that is over stays a while, so that an old fact told again does not open it. */
export async function presenceRepository(connection: Connection): Promise<Presences> {
  const visits = connection.collection<Row>('visits');
  // Who is inside.
  await visits.createIndex({ isOpen: 1 }, { name: 'by_open' });
  // Nothing is told again after that long.
  await visits.createIndex({ keptAt: 1 }, { name: 'until', expireAfterSeconds: weekSeconds });
  return {
    put: async ({ id, ...visit }) => {
      const older = { _id: id, version: { $lt: visit.version } };
      const row = { ...visit, keptAt: new Date() };
      await visits.updateOne(older, { $set: row }, { upsert: true }).catch((error: unknown) => {
        // What is known is as new, so the upsert ran into the visit's own key.
        if (!(error instanceof mongo.MongoServerError) || error.code !== duplicateKey) throw error;
      });
    },
    inside: async () => {
      const found = await visits.find({ isOpen: true }).limit(most).toArray();
      return found.map(({ _id, keptAt: _kept, ...visit }) => ({ ...visit, id: _id }));
    },
  };
}
