import { AppError, isTransient } from '@guildhall/kernel';

/** What becomes of a message whose handler failed. */
export type Verdict = Readonly<{ kind: 'retry'; delayMs: number }> | Readonly<{ kind: 'dead-letter' }>;

export type Patience = Readonly<{
  /** Deliveries of a message that fails without a reason we know. */
  maxAttempts: number;
  /** How long refusals that may pass are waited out, in milliseconds since the stream took the message. */
  patienceMs: number;
}>;

export type Failed = Readonly<{ attempt: number; ageMs: number }>;

const longestDelayMs = 60_000;

/**
 * The rule: a refusal that a repeat cannot change is a dead letter at once; one that may pass is repeated until both
 * the attempts and the patience are used up; anything unexpected until the attempts are. `chance` is in [0, 1).
 */
export function verdictOn(
  error: unknown,
  { attempt, ageMs }: Failed,
  patience: Patience,
  chance = Math.random(),
): Verdict {
  const known = error instanceof AppError ? error : undefined;
  if (known && !isTransient(known.kind)) return { kind: 'dead-letter' };
  const isPatient = known !== undefined && ageMs < patience.patienceMs;
  if (attempt >= patience.maxAttempts && !isPatient) return { kind: 'dead-letter' };
  const firstMs = known?.kind === 'stale' ? 25 : 250;
  const growing = Math.min(longestDelayMs, firstMs * 2 ** (attempt - 1));
  // Between half and all of it, so that what failed together does not come back together.
  const delayMs = Math.round(growing * (0.5 + chance / 2));
  return { kind: 'retry', delayMs: Math.max(delayMs, (known?.retryAfterSeconds ?? 0) * 1_000) };
}
