import { mongo } from 'mongoose';
import { inTime } from './in-time.ts';
import { tellsOfEach } from './verdicts.ts';

/** True when no store was there to send the command to. */
export const wasNotSent = (error: unknown): boolean => error instanceof mongo.MongoServerSelectionError;

/** True when a command failed for a reason that has passed by now, most likely: its connection broke. */
export const hasPassed = (error: unknown): boolean =>
  (error instanceof mongo.MongoNetworkError && !(error instanceof mongo.MongoNetworkTimeoutError)) ||
  error instanceof mongo.MongoServerError;

/** Runs an idempotent write, and once more when its connection broke: the driver does not repeat writes here. */
export async function repeated<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!hasPassed(error)) throw error;
    return write();
  }
}

const duplicateKey = 11_000;

/** Inserts rows that have ids of their own; those that are there already came with an attempt whose answer was lost. */
export async function insertOnce<T extends mongo.Document>(
  collection: mongo.Collection<T>,
  rows: readonly mongo.OptionalUnlessRequiredId<T>[],
): Promise<void> {
  try {
    await repeated(() => collection.insertMany(rows, { ordered: false, ...inTime() }));
  } catch (error) {
    if (!tellsOfEach(error) || [error.writeErrors].flat().some(({ code }) => code !== duplicateKey)) throw error;
  }
}
