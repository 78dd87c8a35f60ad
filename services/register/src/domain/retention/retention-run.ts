import { daysBefore } from '../site-day.ts';

/** How much went, or would go. */
export type RetentionCounts = Readonly<{
  visits: number;
  /** Entries about movements and looks; and those about administration. */
  audits: number;
  adminAudits: number;
  /** Days whose counts were kept, without identities; and days whose counts were too old themselves. */
  daysCounted: number;
  oldCounts: number;
  /** Reports of evacuations that name nobody any more. */
  incidents: number;
}>;

/** Deleting what is too old at a site on a day: by the clock once a day, or by hand. */
export type RetentionRun = Readonly<{
  id: string;
  version: number;
  siteId: string;
  /** The day at the site. */
  date: string;
  /** When it is to begin. */
  plannedAt: Date;
  startedAt?: Date;
  completedAt?: Date;
  /** Visits of earlier days go. */
  cutoff?: string;
  days?: number;
  counts: RetentionCounts;
  /** The last day whose visits are in the counts. */
  countedThrough?: string;
  /** Who asked for it; empty for the clock. */
  actorId: string;
  /** Until when the process that is at it is left alone. */
  leasedUntil?: Date;
}>;

export type RetentionFact = Readonly<{ type: 'retention-completed'; run: RetentionRun; at: Date }>;

export const nothingGone: RetentionCounts = {
  visits: 0,
  audits: 0,
  adminAudits: 0,
  daysCounted: 0,
  oldCounts: 0,
  incidents: 0,
};

const leaseMs = 60_000;
const keptMonths = 24;
const daysAMonth = 30.5;

export type Plan = Pick<RetentionRun, 'id' | 'siteId' | 'date' | 'plannedAt' | 'actorId'>;

export const plannedRun = (plan: Plan): RetentionRun => ({ ...plan, version: 1, counts: nothingGone });

type Start = Readonly<{ now: Date; today: string; days: number }>;

/** The run in the hands of one process. One that was begun by a process that died goes on with its own cutoff. */
export const started = (run: RetentionRun, { now, today, days }: Start): RetentionRun => ({
  ...run,
  version: run.version + 1,
  startedAt: run.startedAt ?? now,
  cutoff: run.cutoff ?? daysBefore(today, days),
  days: run.days ?? days,
  leasedUntil: new Date(now.getTime() + leaseMs),
});

type Step = Readonly<{ gone: Partial<RetentionCounts>; countedThrough?: string | undefined }>;

/** The run after a step, still in the same hands. */
export const advanced = (run: RetentionRun, { gone, countedThrough }: Step, now: Date): RetentionRun => ({
  ...run,
  version: run.version + 1,
  counts: added(run.counts, gone),
  ...(countedThrough && { countedThrough }),
  leasedUntil: new Date(now.getTime() + leaseMs),
});

/** The run for anybody to go on with. */
export const released = (run: RetentionRun, now: Date): RetentionRun => ({
  ...run,
  version: run.version + 1,
  leasedUntil: now,
});

export const completed = ({ leasedUntil: _done, ...run }: RetentionRun, now: Date): RetentionRun => ({
  ...run,
  version: run.version + 1,
  completedAt: now,
});

// The longest day there is.
const nightMs = 25 * 3_600_000;

/** A later night's run is due as well and does all that this one would: two at once would count things twice. */
export const isSuperseded = ({ startedAt, plannedAt, actorId }: RetentionRun, now: Date): boolean =>
  !startedAt && !actorId && now.getTime() - plannedAt.getTime() >= nightMs;

/** When somebody has to look at it: at its time, and when who was at it has not been heard of. */
export const retentionDueAt = ({ completedAt, leasedUntil, plannedAt }: RetentionRun): Date | undefined =>
  completedAt ? undefined : (leasedUntil ?? plannedAt);

/** Counts without identities, entries about administration, reports with names and runs are kept for two years. */
export const longCutoff = (today: string): string => daysBefore(today, Math.round(keptMonths * daysAMonth));

const added = (counts: RetentionCounts, more: Partial<RetentionCounts>): RetentionCounts => ({
  visits: counts.visits + (more.visits ?? 0),
  audits: counts.audits + (more.audits ?? 0),
  adminAudits: counts.adminAudits + (more.adminAudits ?? 0),
  daysCounted: counts.daysCounted + (more.daysCounted ?? 0),
  oldCounts: counts.oldCounts + (more.oldCounts ?? 0),
  incidents: counts.incidents + (more.incidents ?? 0),
});
