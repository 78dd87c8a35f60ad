/** Something done once a day for everybody. */
export type Job = Readonly<{
  id: string;
  version: number;
  dueAt: Date;
  /** Until when somebody is at it; should they die, another one takes over then. */
  heldUntil?: Date;
  lastAt?: Date;
  /** What the job remembers from run to run. */
  memory: Readonly<Record<string, string>>;
}>;

const dayMs = 24 * 3_600_000;
const holdMs = 10 * 60_000;

/** At this minute of each day (UTC), the first time after `at`. */
export function nextDaily(at: Date, minuteOfDay: number): Date {
  const midnight = Math.floor(at.getTime() / dayMs) * dayMs;
  const today = midnight + minuteOfDay * 60_000;
  return new Date(today > at.getTime() ? today : today + dayMs);
}

export const newJob = (id: string, dueAt: Date): Job => ({ id, version: 1, dueAt, memory: {} });

/** Undefined when it is not due, or somebody is at it. */
export function holdJob(current: Job, at: Date): Job | undefined {
  if (at < current.dueAt || (current.heldUntil && at < current.heldUntil)) return undefined;
  return { ...current, version: current.version + 1, heldUntil: new Date(at.getTime() + holdMs) };
}

export function completeJob(current: Job, memory: Job['memory'], at: Date, dueAt: Date): Job {
  const { heldUntil: _over, ...rest } = current;
  return { ...rest, version: current.version + 1, memory, lastAt: at, dueAt };
}

/** When somebody should look: when it is due, or when who is at it must have died. */
export const jobDueAt = ({ dueAt, heldUntil }: Job): Date => (heldUntil && heldUntil > dueAt ? heldUntil : dueAt);
