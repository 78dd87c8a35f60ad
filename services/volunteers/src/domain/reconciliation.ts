import type { System } from './book.ts';

export const differenceKinds = ['missing', 'extra', 'unknown_user', 'deactivated', 'email_changed'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Something that is not as it should be, and what was done about it. */
export type Difference = Readonly<{
  kind: DifferenceKind;
  /** The volunteer's own id; empty where it is nobody's. */
  volunteerId: string;
  /** Empty where it is about no channel. */
  channelId: string;
  system: System;
  /** The account in that system. */
  account: string;
  done: 'granted' | 'removed' | 'reported' | 'task';
}>;

export type Totals = Readonly<Record<DifferenceKind, number>>;
export const noTotals: Totals = { missing: 0, extra: 0, unknown_user: 0, deactivated: 0, email_changed: 0 };

/** One comparison of every managed channel with what it should be. The nightly one has its day for an id. */
export type Reconciliation = Readonly<{
  id: string;
  version: number;
  state: 'planned' | 'running' | 'done' | 'stopped' | 'failed';
  dryRun: boolean;
  /** Empty for the nightly one. */
  askedBy: string;
  /** Of one that is planned: when it begins. */
  startedAt: Date;
  endedAt?: Date;
  /** Why it is not as it should be. */
  reason: string;
  /** A process works on it until then; when it dies another one goes on. */
  leaseUntil?: Date;
  attempts: number;
  channels: number;
  members: number;
  calls: number;
  totals: Totals;
}>;

export type ReconciliationFact = Readonly<{ type: 'drift-found'; run: Reconciliation; at: Date }>;

const leaseMs = 60_000;
const mostAttempts = 5;
const postponedMs = 60_000;

const begun = (id: string, startedAt: Date): Omit<Reconciliation, 'state' | 'dryRun' | 'askedBy'> => ({
  id,
  version: 1,
  startedAt,
  reason: '',
  attempts: 0,
  channels: 0,
  members: 0,
  calls: 0,
  totals: noTotals,
});

export const planned = (day: string, at: Date): Reconciliation => ({
  ...begun(day, at),
  state: 'planned',
  dryRun: false,
  askedBy: '',
});

/** Runs as soon as somebody takes it up. */
export const asked = (id: string, dryRun: boolean, askedBy: string, now: Date): Reconciliation => ({
  ...begun(id, now),
  state: 'running',
  dryRun,
  askedBy,
  leaseUntil: now,
});

/** When somebody has to see to it. */
export const runDueAt = ({ state, startedAt, leaseUntil }: Reconciliation): Date | undefined =>
  state === 'planned' ? startedAt : state === 'running' ? leaseUntil : undefined;

/** It is this process's from now on; nothing where there is nothing to do. */
export function claim(run: Reconciliation, now: Date): Reconciliation | undefined {
  const due = runDueAt(run);
  if (!due || due > now) return undefined;
  const startedAt = run.state === 'planned' ? now : run.startedAt;
  const next: Reconciliation = { ...run, version: run.version + 1, state: 'running', startedAt };
  if (run.attempts >= mostAttempts) return ended(next, { state: 'failed', reason: 'gave_up' }, now);
  return { ...next, attempts: run.attempts + 1, leaseUntil: new Date(now.getTime() + leaseMs) };
}

export const renewed = (run: Reconciliation, now: Date): Reconciliation => ({
  ...run,
  version: run.version + 1,
  leaseUntil: new Date(now.getTime() + leaseMs),
});

/** Let go of, for whoever takes it up next. */
export const released = (run: Reconciliation, now: Date): Reconciliation => ({
  ...run,
  version: run.version + 1,
  leaseUntil: now,
});

/** Another one is running: later. */
export const postponed = (run: Reconciliation, now: Date): Reconciliation => ({
  ...run,
  version: run.version + 1,
  startedAt: new Date(now.getTime() + postponedMs),
});

/** It is over. */
export function ended(
  run: Reconciliation,
  how: Readonly<{ state: 'done' | 'stopped' | 'failed'; reason: string }>,
  now: Date,
): Reconciliation {
  const { leaseUntil: _lease, ...rest } = run;
  return { ...rest, ...how, endedAt: now };
}
