import type { mongo } from 'mongoose';
import type { Save, Stored, StoredEnvelope } from './stored.ts';

/** A save with the number that proves it was carried out. */
export type NumberedSave<State> = Save<State> & Readonly<{ number: number; keptAt: Date }>;

/** Entries that one outbox holds at most; a save that would go beyond is refused, nothing is ever dropped. */
export const outboxBound = 500;
/** Saves that a document remembers: more than can follow each other while one outcome is looked up. */
const savesKept = 8;

/** 53 random bits: two saves of one document never share a number by chance. */
export const saveNumber = (): number => Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);

/** The one write that stores state, messages and version together. */
export const writeOf = <State>(save: NumberedSave<State>): mongo.AnyBulkWriteOperation<Stored<State>> =>
  save.version === 1 ? { insertOne: { document: documentOf(save) as never } } : { updateOne: updateOf(save) as never };

function documentOf<State>(save: NumberedSave<State>) {
  const { id, version, state, dueAt, keptAt } = save;
  const outbox = entriesOf(save);
  return {
    _id: id,
    version,
    state,
    outbox,
    saves: [save.number],
    ...(dueAt && { dueAt }),
    ...(outbox.length > 0 && { outboxAt: keptAt, outboxFrom: keptAt }),
  };
}

function updateOf<State>(save: NumberedSave<State>) {
  const { id, version, state, dueAt, keptAt } = save;
  const outbox = entriesOf(save);
  const remember = { saves: { $each: [save.number], $slice: -savesKept } };
  const filter = { _id: id, version: version - 1 };
  const set = { version, state, ...(dueAt && { dueAt }) };
  const unset = dueAt ? {} : { $unset: { dueAt: '' } };
  if (outbox.length === 0) return { filter, update: { $set: set, ...unset, $push: remember } };
  return {
    filter: { ...filter, [`outbox.${outboxBound - outbox.length}`]: { $exists: false } },
    update: {
      $set: set,
      ...unset,
      // Also where another machine's clock is ahead of ours.
      $max: { outboxAt: keptAt },
      $min: { outboxFrom: keptAt },
      $push: { ...remember, outbox: { $each: outbox } },
    },
  };
}

const entriesOf = <State>({ messages = [], version, keptAt }: NumberedSave<State>): StoredEnvelope[] =>
  messages.map((message) => ({ ...message, version, keptAt }));
