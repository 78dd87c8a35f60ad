import type { mongo } from 'mongoose';
import { outcomeOf, outcomeUnknown, type Seen } from './save-outcome.ts';
import { type NumberedSave, writeOf } from './save-write.ts';
import type { Stored } from './stored.ts';
import { verdictsOfError, verdictsOfResult } from './verdicts.ts';
import { inTime } from './in-time.ts';

const readBackAttempts = 3;

/**
 * Stores a group of saves in one unordered bulk write and says how each ended: undefined for "stored", else its error.
 * What the answer leaves open is settled by reading the documents back, never by guessing.
 */
export async function saveGroup<State>(
  collection: mongo.Collection<Stored<State>>,
  group: readonly NumberedSave<State>[],
): Promise<readonly (Error | undefined)[]> {
  // In order of `_id`, so that two groups never wait for each other's rows.
  const order = group.map((_, index) => index).sort((a, b) => compare(group[a], group[b]));
  const saves = order.map((index) => group[index] as NumberedSave<State>);
  const verdicts = await collection.bulkWrite(saves.map(writeOf), { ordered: false, ...inTime() }).then(
    (result) => verdictsOfResult(saves, result),
    (error: unknown) => verdictsOfError(saves, error),
  );
  const open = saves.filter((_, index) => verdicts[index] !== 'done');
  const seen = open.length > 0 ? await readBack(collection, open) : new Map<string, Seen>();
  const outcomes = group.map((): Error | undefined => undefined);
  saves.forEach((save, index) => {
    const verdict = verdicts[index] ?? 'failed';
    if (verdict === 'done') return;
    outcomes[order[index] as number] =
      seen instanceof Error ? outcomeUnknown(seen) : outcomeOf(save, verdict, seen.get(save.id));
  });
  return outcomes;
}

const compare = (a?: { id: string }, b?: { id: string }): number => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1);

/** The documents as they are now, or the error of a store that does not answer. */
async function readBack<State>(
  collection: mongo.Collection<Stored<State>>,
  saves: readonly NumberedSave<State>[],
): Promise<ReadonlyMap<string, Seen> | Error> {
  const filter = { _id: { $in: saves.map(({ id }) => id) } };
  const projection = { version: 1, saves: 1, 'outbox.version': 1 };
  let failure = new Error('the documents could not be read back');
  for (let attempt = 0; attempt < readBackAttempts; attempt += 1) {
    try {
      const found = await collection.find<Seen>(filter as never, { projection, ...inTime() }).toArray();
      return new Map(found.map((seen) => [seen._id, seen]));
    } catch (error) {
      failure = error as Error;
    }
  }
  return failure;
}
