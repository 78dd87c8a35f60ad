import { AppError } from '@guildhall/kernel';
import { type Offered, outboxLedger, type OutboxSource } from '@guildhall/messaging';
import type { Model } from 'mongoose';
import { finder } from './finder.ts';
import { grouped } from './grouped.ts';
import { keptSaves } from './kept-saves.ts';
import { createIndexes, modelOf } from './model.ts';
import { confirmedBefore, outboxOf } from './outbox.ts';
import { pruner } from './pruner.ts';
import { relayMarks } from './relay-marks.ts';
import { remover } from './remover.ts';
import { collectionOf, type Store } from './store.ts';
import type { IndexSpec, Loaded, Save, Stored } from './stored.ts';
import { storeTelemetry } from './telemetry.ts';
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
export type Offer = (entries: readonly Offered[]) => void;

const saveLimits = { atMost: 256, inFlight: 2, waitAtMost: 2_048 };
const dayMs = 24 * 3_600_000;

/** The aggregates of `collection`; see `relayed` for how their messages find the bus. */
export function aggregates<State>(options: AggregatesOptions): Aggregates<State> {
  const { store, collection: name, indexes = [], windowMs = dayMs } = options;
  const model = modelOf<State>(store, name);
  const collection = collectionOf<Stored<State>>(store, name);
  const { measured, traced } = storeTelemetry(name);
  const ledger = outboxLedger();
  // Without a relay they are left to the first one that comes.
  const { offer = (entries) => entries.forEach(({ ticket }) => ledger.defer(ticket)) } = options;
  const outbox = outboxOf(name, collection, ledger, relayMarks(store));
  const noneBefore = (): Promise<Date> => confirmedBefore(outbox);
  const old = pruner(collection, { windowMs, confirmedBefore: noneBefore });
  const remove = remover(collection, noneBefore);

  const read = finder(collection, old.oldBefore, old.add, (run) => measured('find', run));
  const find = (id: string): Promise<Loaded<State> | undefined> => traced('find', () => read(id)).catch(unavailable);

  const keep = keptSaves(name, collection, ledger, offer);
  const write = grouped({ ...saveLimits, keyOf: ({ id }: Save<State>) => id }, async (saves) => {
    const outcomes = await measured('save', () => keep(saves));
    outcomes.forEach(({ error }, index) => isOutboxFull(error) && old.add(saves[index]?.id ?? ''));
    return outcomes.map(({ error }) => error);
  });

  return {
    model,
    outbox,
    ready: () => createIndexes(model, indexes),
    find,
    findMany: async (ids) => (await Promise.all([...new Set(ids)].map(find))).filter((found) => found !== undefined),
    save: async (change) => {
      await traced('save', () => write(change));
    },
    remove: (id, version) => remove(id, version).catch(unavailable),
  };
}

const isOutboxFull = (outcome: Error | undefined): boolean =>
  outcome instanceof AppError && outcome.code === 'store.outbox_full';
