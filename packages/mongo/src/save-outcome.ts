import { AppError } from '@guildhall/kernel';
import { DuplicateKey } from './duplicate-key.ts';
import { outboxBound, type NumberedSave } from './save-write.ts';

/** What the store said about one save: that it is done, which unique index refused it, or nothing. */
export type Verdict = 'done' | 'unsaid' | 'failed' | Readonly<{ index: string }>;

/** What a later reading of the document shows. */
export type Seen = Readonly<{ _id: string; version: number; saves?: readonly number[]; outbox?: readonly unknown[] }>;

/**
 * The outcome of a save that was not plainly done, from a reading of its document after the write; undefined when it
 * was stored after all. `failed` says that the whole command failed, so that the write may still be under way.
 */
export function outcomeOf(save: NumberedSave<unknown>, verdict: Verdict, seen: Seen | undefined): Error | undefined {
  if (seen?.saves?.includes(save.number)) return undefined;
  if (save.version === 1) return insertOutcome(verdict, seen);
  if (!seen || seen.version !== save.version - 1) return staleVersion();
  if (typeof verdict === 'object') return new DuplicateKey(verdict.index);
  if ((seen.outbox?.length ?? 0) + (save.messages?.length ?? 0) > outboxBound) return outboxFull();
  return outcomeUnknown();
}

function insertOutcome(verdict: Verdict, seen: Seen | undefined): Error {
  if (seen) return staleVersion();
  // Whoever held the unique value may have gone since; the index still was right to refuse.
  if (typeof verdict === 'object' && verdict.index !== '_id_') return new DuplicateKey(verdict.index);
  return outcomeUnknown();
}

export const staleVersion = (): AppError =>
  new AppError('stale', 'store.stale_version', 'This has changed meanwhile; read it again.');

export const outcomeUnknown = (cause?: unknown): AppError =>
  new AppError('unavailable', 'store.outcome_unknown', 'The store did not say whether this was saved.', {
    cause,
    retryAfterSeconds: 1,
  });

export const isOutcomeUnknown = (error: Error): boolean =>
  error instanceof AppError && error.code === 'store.outcome_unknown';

export const notThere = (): AppError =>
  new AppError('unavailable', 'store.unavailable', 'The store is not there at the moment.', { retryAfterSeconds: 1 });

const outboxFull = (): AppError =>
  new AppError('unavailable', 'store.outbox_full', 'Too many messages of this wait to be sent.', {
    retryAfterSeconds: 5,
  });
