import { setTimeout as delay } from 'node:timers/promises';
import { ConnectionLost, PostgresRefusal } from './postgres/failure.ts';

export interface RetryRule {
  readonly matches: (error: unknown) => boolean;
  readonly attempts: number;
}

const refusedWith = (...sqlStates: readonly string[]): RetryRule['matches'] => {
  const known = new Set(sqlStates);
  return (error) => error instanceof PostgresRefusal && known.has(error.sqlState);
};

// Serialisation failures and deadlocks: the whole statement was undone, so it may simply run again.
export const conflicts: RetryRule = { matches: refusedWith('40001', '40P01'), attempts: 20 };

// Two upserts may both find nothing; the slower one then finds what the faster one wrote.
export const upsertRaces: RetryRule = { matches: refusedWith('23505', '23P01', 'M001C'), attempts: 3 };

// Services that start together make the same collections and indexes at once, and race in PostgreSQL's catalogue.
export const catalogueRaces: RetryRule = {
  matches: refusedWith('23505', '42P07', '42P01', '42710', 'XX000', '40P01', '40001', 'M001C'),
  attempts: 5,
};

// For what has no second effect. While a killed server goes down, connection after connection is lost.
export const lostConnections: RetryRule = {
  matches: (error) => error instanceof ConnectionLost && error.sent,
  attempts: 20,
};

const SPREAD_MS = 8;

/** Runs a job that is undone as a whole when it fails, again where a rule says so, after a growing random wait. */
export const retrying = async <T>(rules: readonly RetryRule[], job: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await job();
    } catch (error) {
      if (!rules.some((rule) => attempt < rule.attempts && rule.matches(error))) throw error;
      await delay(Math.random() * SPREAD_MS * attempt);
    }
  }
};
