import { mongo } from 'mongoose';
import { duplicateIndex } from './duplicate-key.ts';
import type { NumberedSave } from './save-write.ts';
import type { Verdict } from './save-outcome.ts';

type BulkResult = Readonly<{ matchedCount: number }>;
type Saves = readonly NumberedSave<unknown>[];

/** The verdicts of a bulk write that reported no error: only the total of matched updates is known. */
export function verdictsOfResult(saves: Saves, { matchedCount }: BulkResult): Verdict[] {
  const updates = saves.filter(({ version }) => version > 1).length;
  const allMatched = matchedCount === updates;
  return saves.map(({ version }) => (version === 1 || allMatched ? 'done' : 'unsaid'));
}

/** True when the error says which of the writes were refused, and so that the others were carried out. */
export const tellsOfEach = (error: unknown): error is mongo.MongoBulkWriteError =>
  error instanceof mongo.MongoBulkWriteError &&
  [error.writeErrors].flat().length > 0 &&
  !error.result.getWriteConcernError();

/**
 * The verdicts of a bulk write that threw. A bulk error without write errors is a failed command: nothing is known to
 * be stored. The same holds for broken connections, time limits and write concern errors.
 */
export function verdictsOfError(saves: Saves, error: unknown): Verdict[] {
  if (!tellsOfEach(error)) return saves.map(() => 'failed');
  const errors = [error.writeErrors].flat();
  const byIndex = new Map(errors.map((one) => [one.index, one]));
  const refused = saves.filter((_, index) => byIndex.has(index));
  const updates = saves.filter(({ version }) => version > 1).length;
  const allMatched = error.result.matchedCount === updates - refused.filter(({ version }) => version > 1).length;
  return saves.map(({ version }, index): Verdict => {
    const one = byIndex.get(index);
    if (!one) return version === 1 || allMatched ? 'done' : 'unsaid';
    const name = duplicateIndex(one);
    return name ? { index: name } : 'failed';
  });
}
