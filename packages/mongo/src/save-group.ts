import type { mongo } from 'mongoose';
import { isOutcomeUnknown, notThere, outcomeOf, outcomeUnknown, type Seen, type Verdict } from './save-outcome.ts';
import { type NumberedSave, writeOf } from './save-write.ts';
import { hasPassed, wasNotSent } from './repeated.ts';
import type { Stored } from './stored.ts';
import { tellsOfEach, verdictsOfError, verdictsOfResult } from './verdicts.ts';
import { inTime } from './in-time.ts';

const readBackAttempts = 3;

/** How a save ended. One with an error that is not certain may yet turn out to be stored. */
export type Outcome = Readonly<{ error?: Error; isCertain: boolean }>;

const stored: Outcome = { isCertain: true };

/**
 * Stores a group of saves in one unordered bulk write and says how each ended. What the answer leaves open is settled by
 * reading the documents back, never by guessing. A write whose connection broke is repeated once: the version, or the
 * `_id` of an insert, lets only one of the two be carried out.
 */
export async function saveGroup<State>(
  collection: mongo.Collection<Stored<State>>,
  group: readonly NumberedSave<State>[],
): Promise<readonly Outcome[]> {
  // In order of `_id`, so that two groups never wait for each other's rows.
  const order = group.map((_, index) => index).sort((a, b) => compare(group[a], group[b]));
  const saves = order.map((index) => group[index] as NumberedSave<State>);
  const { verdicts, fate } = await writeAll(collection, saves);
  if (fate === 'unsent') return group.map(() => ({ error: notThere(), isCertain: true }));
  const outcomes = group.map(() => stored);
  const open = saves.filter((_, index) => verdicts[index] !== 'done');
  if (open.length === 0) return outcomes;
  const seen = await readBack(collection, open);
  saves.forEach((save, index) => {
    const verdict = verdicts[index] ?? 'failed';
    if (verdict === 'done') return;
    const error = seen instanceof Error ? outcomeUnknown(seen) : outcomeOf(save, verdict, seen.get(save.id));
    if (!error) return;
    outcomes[order[index] as number] = { error, isCertain: fate === 'answered' && !isOutcomeUnknown(error) };
  });
  return outcomes;
}

const compare = (a?: { id: string }, b?: { id: string }): number => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1);

/** Whether the store told what it did, or perhaps carries on with a command whose answer was lost. */
type Fate = 'answered' | 'unsent' | 'lost';

async function writeAll<State>(
  collection: mongo.Collection<Stored<State>>,
  saves: readonly NumberedSave<State>[],
): Promise<Readonly<{ verdicts: readonly Verdict[]; fate: Fate }>> {
  const writes = saves.map(writeOf);
  const attempt = async () => {
    try {
      const result = await collection.bulkWrite(writes, { ordered: false, ...inTime() });
      return { verdicts: verdictsOfResult(saves, result), fate: 'answered' as Fate, isWorthAnother: false };
    } catch (error) {
      const fate: Fate = tellsOfEach(error) ? 'answered' : wasNotSent(error) ? 'unsent' : 'lost';
      return { verdicts: verdictsOfError(saves, error), fate, isWorthAnother: fate === 'lost' && hasPassed(error) };
    }
  };
  const first = await attempt();
  if (!first.isWorthAnother) return first;
  const { verdicts } = await attempt();
  return { verdicts, fate: 'lost' };
}

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
