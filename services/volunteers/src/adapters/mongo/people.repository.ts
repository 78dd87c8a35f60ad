import { type Connection, mongo } from 'mongoose';
import type { KnownPerson, People } from '../../app/ports.ts';

type Row = Omit<KnownPerson, 'id'> & { _id: string };

export type PeopleCopy = People &
  Readonly<{
    /** Keeps what identity told, unless something later is kept already. */
    put(person: KnownPerson): Promise<void>;
    forget(id: string): Promise<void>;
  }>;

const duplicateKey = 11_000;

/** What identity told of people. */
export async function peopleCopy(connection: Connection): Promise<PeopleCopy> {
  const people = connection.collection<Row>('people');
  // Whose an address is.
  await people.createIndex({ emails: 1 }, { name: 'by_email' });
  return {
    emailsOf: async (id) => (await people.findOne({ _id: id }))?.emails ?? [],
    namesOf: async (ids) => {
      const found = await people.find({ _id: { $in: [...ids] } }).toArray();
      return new Map(found.map(({ _id, displayName }) => [_id, displayName]));
    },
    withEmail: async (email) => (await people.findOne({ emails: email }))?._id,
    put: async ({ id, ...person }) => {
      const older = { _id: id, version: { $lt: person.version } };
      await people.updateOne(older, { $set: person }, { upsert: true }).catch((error: unknown) => {
        // What is known is as new, so the upsert ran into the person's own key.
        if (!(error instanceof mongo.MongoServerError) || error.code !== duplicateKey) throw error;
      });
    },
    forget: async (id) => {
      const forgotten = { displayName: '', emails: [], version: Number.MAX_SAFE_INTEGER };
      await people.updateOne({ _id: id }, { $set: forgotten }, { upsert: true });
    },
  };
}
