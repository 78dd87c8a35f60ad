import mongoose from 'mongoose';
import { endWaitsOfClosedConnections } from './closed-connections.ts';

/** The connection to one database. */
export type Store = Readonly<{
  connection: mongoose.Connection;
  /** Throws when the store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}>;

export type StoreOptions = Readonly<{
  /** `mongodb://…`; for the embedded store with `directConnection=true`. */
  url: string;
  /** In lower case: some stores refuse names that differ only in case. */
  database: string;
  /** Shown by the server beside the connections. */
  appName: string;
}>;

/**
 * Connects to the store, waiting up to 30 s for one that is starting. What it acknowledges is on a majority of disks,
 * and what it returns cannot be taken back; a store that stalls becomes an error within 5 s, never a queue.
 */
export async function connectStore({ url, database, appName }: StoreOptions): Promise<Store> {
  if (database !== database.toLowerCase()) throw new Error('the name of a database is written in lower case');
  const connection = mongoose.createConnection();
  endWaitsOfClosedConnections(connection, url);
  await retried(() => connection.openUri(url, { ...settings, dbName: database, appName }));
  await assertDurable(connection);
  return {
    connection,
    ping: async () => {
      await connection.getClient().db(database).command({ ping: 1 }, { timeoutMS: 3_000 });
    },
    close: () => connection.close(),
  };
}

/** The driver's own collection: mongoose's wrapper around it costs more than the call. */
export const collectionOf = <T extends mongoose.mongo.Document>({ connection }: Store, name: string) =>
  connection.getClient().db(connection.name).collection<T>(name);

const settings: mongoose.ConnectOptions = {
  writeConcern: { w: 'majority', journal: true },
  readConcernLevel: 'majority',
  readPreference: 'primary',
  socketTimeoutMS: 5_000,
  connectTimeoutMS: 3_000,
  serverSelectionTimeoutMS: 3_000,
  maxPoolSize: 20,
  // Each write of ours is safe to repeat and repeats itself; the store would keep a record for every one.
  retryWrites: false,
  // An absent property stays absent, and bytes come back as bytes.
  ignoreUndefined: true,
  promoteBuffers: true,
  autoCreate: false,
  autoIndex: false,
  bufferCommands: false,
};

// Some settings of the address win over ours.
async function assertDurable(connection: mongoose.Connection): Promise<void> {
  const { writeConcern, readConcern } = connection.getClient().options;
  if (writeConcern?.w === 'majority' && writeConcern.journal === true && readConcern.level === 'majority') return;
  await connection.close();
  throw new Error(
    'the address of the store weakens its write or read concern: leave w, journal and readConcernLevel out',
  );
}

/** A store that is not there yet is waited for; one that refuses us is not. */
async function retried(open: () => Promise<unknown>, until = Date.now() + 30_000): Promise<void> {
  for (;;) {
    try {
      await open();
      return;
    } catch (error) {
      const isAway = error instanceof mongoose.Error.MongooseServerSelectionError;
      if (!isAway || Date.now() >= until) throw error;
    }
  }
}
