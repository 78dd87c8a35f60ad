import { type Model, Schema } from 'mongoose';
import type { Store } from './store.ts';
import type { IndexSpec, Stored } from './stored.ts';

/** The indexes that every collection of aggregates has. */
const ownIndexes: readonly IndexSpec[] = [
  // The relay, after a crash or the loss of a stream: what was kept since.
  { name: 'outbox_at', keys: { outboxAt: 1 }, where: { outboxAt: { $exists: true } } },
  // `dueItems`: the next that is due.
  { name: 'due_at', keys: { dueAt: 1 }, where: { dueAt: { $exists: true } } },
];

/** The collection as a mongoose model; two calls with one name share it. */
export function modelOf<State>(store: Store, collection: string): Model<Stored<State>> {
  const known = store.connection.models[collection] as Model<Stored<State>> | undefined;
  return known ?? store.connection.model<Stored<State>>(collection, schemaOf(collection) as never);
}

const schemaOf = (collection: string) =>
  new Schema(
    {
      _id: String,
      version: Number,
      state: Schema.Types.Mixed,
      dueAt: Date,
      outbox: [Schema.Types.Mixed],
      outboxAt: Date,
      outboxFrom: Date,
      saves: [Number],
    },
    { collection, versionKey: false, minimize: false, id: false },
  );

/** Creates what is missing; an index that is there under this name with other keys is an error of the store's. */
export async function createIndexes<State>(model: Model<Stored<State>>, indexes: readonly IndexSpec[]): Promise<void> {
  // One after the other: some stores let two builds on one collection wait for each other.
  for (const index of [...ownIndexes, ...indexes]) {
    // A second time where two replicas start at once and the store lets only one of them build.
    await createIndex(model, index).catch(() => createIndex(model, index));
  }
}

const createIndex = <State>(
  { collection }: Model<Stored<State>>,
  { name, keys, unique = false, where }: IndexSpec,
): Promise<string> =>
  collection.createIndex({ ...keys }, { name, unique, ...(where && { partialFilterExpression: where }) });
