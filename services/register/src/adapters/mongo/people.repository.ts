import { type Connection, mongo, Schema } from 'mongoose';
import type { People, Person } from '../../app/ports.ts';

type Row = Partial<Omit<Person, 'id'>> & { _id: string; displayName: string; version: number };

const schema = new Schema<Row>(
  {
    _id: String,
    handle: String,
    displayName: String,
    firstName: String,
    lastName: String,
    reminders: Boolean,
    visible: Boolean,
    active: Boolean,
    snoozed: Schema.Types.Mixed,
    version: Number,
  },
  { collection: 'people', versionKey: false, strict: 'throw' },
);

const duplicateKey = 11_000;
const forgotten: Omit<Person, 'id'> = {
  handle: '',
  displayName: '',
  firstName: '',
  lastName: '',
  reminders: false,
  visible: false,
  active: false,
  snoozed: {},
  // Whatever arrives late is older.
  version: Number.MAX_SAFE_INTEGER,
};

export const peopleRepository = (connection: Connection): People => {
  const people = connection.model<Row>('Person', schema);
  return {
    put: async ({ id, version, ...rest }) => {
      const change = { $set: { ...rest, version } };
      try {
        await people.updateOne({ _id: id, version: { $lte: version } }, change, { upsert: true });
        return true;
      } catch (error) {
        // The filter missed because a newer version is there, so the upsert ran into the person's own key.
        if (error instanceof mongo.MongoServerError && error.code === duplicateKey) return false;
        throw error;
      }
    },
    findMany: async (ids) => {
      const found = await people
        .find({ _id: { $in: [...new Set(ids)] } })
        .batchSize(ids.length + 1)
        .lean<Row[]>();
      return found.map(toPerson);
    },
    snooze: async (id, days) => {
      const change = Object.fromEntries(Object.entries(days).map(([siteId, date]) => [`snoozed.${siteId}`, date]));
      const person = { displayName: '', version: 0 };
      await people.updateOne({ _id: id }, { $set: change, $setOnInsert: person }, { upsert: true });
    },
    forget: async (id) => {
      await people.updateOne({ _id: id }, { $set: forgotten }, { upsert: true });
    },
  };
};

// Copies from before more than the name was kept.
const toPerson = ({ _id, ...row }: Row): Person => ({
  handle: '',
  firstName: '',
  lastName: '',
  reminders: true,
  visible: false,
  active: true,
  snoozed: {},
  ...row,
  id: _id,
});
