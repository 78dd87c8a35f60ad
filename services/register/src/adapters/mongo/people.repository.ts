import { type Connection, mongo, Schema } from 'mongoose';
import type { People } from '../../app/ports.ts';

type Person = { _id: string; displayName: string; version: number };

const schema = new Schema<Person>(
  { _id: String, displayName: String, version: Number },
  { collection: 'people', versionKey: false, strict: 'throw' },
);

const duplicateKey = 11_000;

export const peopleRepository = (connection: Connection): People => {
  const people = connection.model('Person', schema);
  return {
    put: async ({ id, displayName, version }) => {
      const change = { $set: { displayName, version } };
      try {
        await people.updateOne({ _id: id, version: { $lte: version } }, change, { upsert: true });
        return true;
      } catch (error) {
        // The filter missed because a newer version is there, so the upsert ran into the person's own key.
        if (error instanceof mongo.MongoServerError && error.code === duplicateKey) return false;
        throw error;
      }
    },
  };
};
