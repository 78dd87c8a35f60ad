import type { Columns } from './import-columns.ts';
import type { Issue } from './import-row.ts';

export type ImportOptions = Readonly<{ dryRun: boolean; allOrNothing: boolean; updateExisting: boolean }>;

export type ImportState = 'loading' | 'checking' | 'running' | 'done' | 'refused' | 'cancelled';

export type Counts = Readonly<{ created: number; updated: number; unchanged: number; failed: number }>;

/** Who began it, as far as it counts for what is done in their name. */
export type Initiator = Readonly<{
  personId: string;
  displayName: string;
  kind: 'session' | 'token' | 'app' | 'service';
  ip: string;
  userAgent: string;
}>;

/** One file of volunteers and how far it is. The lines themselves are kept apart, until it is over. */
export type ImportRun = Readonly<{
  id: string;
  version: number;
  name: string;
  options: ImportOptions;
  state: ImportState;
  columns: Columns['found'];
  /** Lines with a volunteer, and how many of them were looked at in this state. */
  rows: number;
  done: number;
  counts: Counts;
  warnings: number;
  issues: readonly Issue[];
  by: Initiator;
  startedAt: Date;
  finishedAt?: Date;
  /** One process works on it until then. */
  claimedUntil?: Date;
  /** The lines are deleted. */
  cleared: boolean;
}>;

export const rowsAtOnce = 200;
const mostIssues = 1_000;
const none: Counts = { created: 0, updated: 0, unchanged: 0, failed: 0 };

type Begun = Pick<ImportRun, 'id' | 'name' | 'options' | 'columns' | 'rows' | 'issues' | 'by'>;

export const begun = (given: Begun, startedAt: Date): ImportRun => ({
  ...given,
  version: 1,
  state: 'loading',
  done: 0,
  counts: none,
  warnings: given.issues.length,
  startedAt,
  cleared: false,
});

/** Its lines are kept: it can be worked off. */
export const loaded = (run: ImportRun): ImportRun => ({
  ...run,
  version: run.version + 1,
  state: run.options.dryRun || run.options.allOrNothing ? 'checking' : 'running',
});

export const isOver = ({ state }: Pick<ImportRun, 'state'>): boolean =>
  ['done', 'refused', 'cancelled'].includes(state);

export type BatchOutcome = Readonly<{ from: number; rows: number; counts: Counts; issues: readonly Issue[] }>;

/** One batch further. What was counted already, by another process, changes nothing. */
export function progressed(run: ImportRun, state: ImportState, outcome: BatchOutcome, now: Date): ImportRun {
  if (run.done !== outcome.from || (run.state !== state && run.state !== 'cancelled')) return run;
  const { claimedUntil: _claim, ...free } = run;
  const next: ImportRun = {
    ...free,
    version: run.version + 1,
    done: run.done + outcome.rows,
    counts: summed(run.counts, outcome.counts),
    ...withIssues(run, outcome.issues),
  };
  return next.done < next.rows || isOver(next) ? next : ended(next, now);
}

/** All lines were looked at in this state. */
function ended(run: ImportRun, now: Date): ImportRun {
  const { allOrNothing, dryRun } = run.options;
  if (run.state === 'running' || dryRun) return { ...run, state: 'done', finishedAt: now };
  if (allOrNothing && run.counts.failed > 0) return { ...run, state: 'refused', finishedAt: now };
  return { ...run, state: 'running', done: 0, counts: none };
}

export function cancelled(run: ImportRun, now: Date): ImportRun {
  const { claimedUntil: _claim, ...free } = run;
  return { ...free, version: run.version + 1, state: 'cancelled', finishedAt: now };
}

/** What was said already, while it was checked, is not said again. */
function withIssues(run: ImportRun, found: readonly Issue[]): Pick<ImportRun, 'issues' | 'warnings'> {
  const wasChecked = run.state === 'running' && run.options.allOrNothing;
  const fresh = wasChecked ? found.filter(({ severity }) => severity === 'error') : found;
  const warnings = fresh.filter(({ severity }) => severity === 'warning').length;
  return { issues: [...run.issues, ...fresh].slice(0, mostIssues), warnings: run.warnings + warnings };
}

const summed = (a: Counts, b: Counts): Counts => ({
  created: a.created + b.created,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  failed: a.failed + b.failed,
});
