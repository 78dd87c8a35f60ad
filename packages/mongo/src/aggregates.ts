import { AppError } from '@guildhall/kernel';
import type { OutboxSource, Waiting } from '@guildhall/messaging';
import type { Model, mongo } from 'mongoose';
import { finder } from './finder.ts';
import { grouped } from './grouped.ts';
import { createIndexes, modelOf } from './model.ts';
import { outboxOf } from './outbox.ts';
import { pruner } from './pruner.ts';
import { saveGroup } from './save-group.ts';
import { staleVersion } from './save-outcome.ts';
import { type NumberedSave, saveNumber } from './save-write.ts';
import type { Store } from './store.ts';
import type { IndexSpec, Loaded, Save, Stored } from './stored.ts';
import { storeTelemetry } from './telemetry.ts';
import { streamMarks } from './stream-marks.ts';
import { unavailable } from './unavailable.ts';

/** The aggregates of one collection, each one document with the messages it caused. */
export interface Aggregates<State> {
  /** Reads one; those asked for in one tick go in one query. */
  find(id: string): Promise<Loaded<State> | undefined>;
  /** Those that exist, in the order asked for. */
  findMany(ids: readonly string[]): Promise<Loaded<State>[]>;
  /**
   * Stores state and messages as one atomic write; saves of one tick go in one bulk write, each with an outcome of its
   * own. Throws `stale` (`store.stale_version`) when someone was faster, `DuplicateKey` when a unique index refused,
   * `unavailable` when the store cannot say (`store.outcome_unknown`), has too much to do (`store.overloaded`), or
   * when too many messages of this aggregate wait (`store.outbox_full`).
   */
  save(change: Save<State>): Promise<void>;
  /**
   * Deletes one; what it said is not replayed any more. Throws `stale` at another version, `unavailable`
   * (`store.outbox_waiting`) while its messages wait for their stream. One that is not there is deleted already.
   */
  remove(id: string, version: number): Promise<void>;
  /** For queries: project `version` and `state`, and use `.lean()`. */
  readonly model: Model<Stored<State>>;
  /** For the relay. */
  readonly outbox: OutboxSource;
  /** Creates the indexes that are missing. */
  ready(): Promise<void>;
}

export type AggregatesOptions = Readonly<{
  store: Store;
  collection: string;
  indexes?: readonly IndexSpec[];
  offer?: Offer;
  /** How long messages stay for a replay, in milliseconds of real time. Default 24 h. */
  windowMs?: number;
}>;

/** Hands messages that were just stored to the relay. */
export type Offer = (entries: readonly Waiting[]) => void;

const saveLimits = { atMost: 256, inFlight: 2, waitAtMost: 2_048 };

/** The aggregates of `collection`; see `relayed` for how their messages find the bus. */
export function aggregates<State>(options: AggregatesOptions): Aggregates<State> {
  const { store, collection: name, indexes = [], offer = () => undefined, windowMs = 24 * 3_600_000 } = options;
  const model = modelOf<State>(store, name);
  const collection = model.collection as unknown as mongo.Collection<Stored<State>>;
  const { measured, traced } = storeTelemetry(name);
  const old = pruner(collection, windowMs);

  const read = finder(collection, old.oldBefore, old.add, (run) => measured('find', run));
  const find = (id: string): Promise<Loaded<State> | undefined> => traced('find', () => read(id)).catch(unavailable);

  const write = grouped({ ...saveLimits, keyOf: ({ id }: NumberedSave<State>) => id }, async (saves) => {
    const outcomes = await measured('save', () => saveGroup(collection, saves));
    offer(storedMessages(name, saves, outcomes));
    outcomes.forEach((outcome, index) => isOutboxFull(outcome) && old.add(saves[index]?.id ?? ''));
    return outcomes;
  });

  return {
    model,
    outbox: outboxOf(name, collection, streamMarks(store)),
    ready: () => createIndexes(model, indexes),
    find,
    findMany: async (ids) => (await Promise.all([...new Set(ids)].map(find))).filter((found) => found !== undefined),
    save: async (change) => {
      await traced('save', () => write({ ...change, number: saveNumber(), keptAt: new Date() }));
    },
    remove: (id, version) => remove(collection, id, version).catch(unavailable),
  };
}

const isOutboxFull = (outcome: Error | undefined): boolean =>
  outcome instanceof AppError && outcome.code === 'store.outbox_full';

function storedMessages<State>(
  source: string,
  saves: readonly NumberedSave<State>[],
  outcomes: readonly (Error | undefined)[],
): Waiting[] {
  const entries: Waiting[] = [];
  saves.forEach(({ id, version, messages = [] }, index) => {
    if (messages.length === 0 || outcomes[index]) return;
    entries.push({ source, owner: id, version, from: version, messages });
  });
  return entries;
}

async function remove<State>(collection: mongo.Collection<Stored<State>>, id: string, version: number): Promise<void> {
  const filter = { _id: id, version, outboxSince: { $exists: false } };
  const { deletedCount } = await collection.deleteOne(filter);
  if (deletedCount === 1) return;
  const found = await collection.findOne<{ version: number }>({ _id: id } as never, { projection: { version: 1 } });
  if (!found) return;
  if (found.version !== version) throw staleVersion();
  throw new AppError('unavailable', 'store.outbox_waiting', 'Messages of this wait to be sent.', {
    retryAfterSeconds: 1,
  });
}
