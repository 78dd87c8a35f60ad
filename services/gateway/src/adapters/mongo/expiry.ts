import type { mongo } from 'mongoose';

type Collection = Readonly<{
  createIndex(keys: mongo.IndexSpecification, options: mongo.CreateIndexesOptions): Promise<string>;
}>;

/**
 * The store deletes documents some time after their `expiresAt`. It is a broom and not a clock: queries look at the time
 * themselves.
 */
export async function expireBy(collection: Collection): Promise<void> {
  await collection.createIndex({ 'state.expiresAt': 1 }, { name: 'expiry', expireAfterSeconds: 0 });
}
