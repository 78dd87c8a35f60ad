import { AppError } from '@guildhall/kernel';
import type { Aggregates, Stored } from '@guildhall/mongo';
import mongoose, { type Model, mongo } from 'mongoose';

type Filter = Readonly<Record<string, unknown>>;
type Entity<State> = State & Readonly<{ id: string; version: number }>;

/** What an aggregate looks like to us: its state, with its id and version among it. */
export const entityOf = <State>(stored: Readonly<{ id: string; version: number; state: State }>): Entity<State> => ({
  ...stored.state,
  id: stored.id,
  version: stored.version,
});

export const findById = async <State>(of: Aggregates<State>, id: string): Promise<Entity<State> | undefined> => {
  const found = await of.find(id);
  return found && entityOf(found);
};

export const findOne = async <State>(of: Aggregates<State>, where: Filter): Promise<Entity<State> | undefined> =>
  (await findAll(of, where, { limit: 1 }))[0];

type Page = Readonly<{ sort?: Readonly<Record<string, 1 | -1>>; limit?: number }>;

/** The outbox of a document is never read along: it may be larger than everything else. */
export async function findAll<State>(of: Aggregates<State>, where: Filter, page: Page = {}): Promise<Entity<State>[]> {
  // Generic over the state, the model's own type of a filter cannot be written down.
  const model = of.model as unknown as Model<Stored<unknown>>;
  const found = await model
    .find(where, { version: 1, state: 1 }, { ...page })
    .lean<Stored<State>[]>()
    .catch(unavailable);
  return found.map(({ _id, version, state }) => entityOf({ id: _id, version, state }));
}

/** A store that cannot be reached is no fault of the request. */
export function unavailable(cause: unknown): never {
  const isAway = cause instanceof mongo.MongoError && !(cause instanceof mongo.MongoServerError);
  if (!isAway && !(cause instanceof mongoose.Error)) throw cause;
  const options = { cause, retryAfterSeconds: 1 };
  throw new AppError('unavailable', 'identity.store_unavailable', 'The store does not answer. Try again.', options);
}
