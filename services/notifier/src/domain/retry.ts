import type { Lane } from './message.ts';

export const MAX_TRIES = 12;
const FIRST_MS = 2_000;
const GROWTH = 3;
const LONGEST_MS = 6 * 3_600_000;
const GIVE_UP_MS = 24 * 3_600_000;

// A code or a notice is worth little when it comes late: it is tried often, for as long as it is good.
const SHORT_LIFE_MS = 3_600_000;
const SHORT_LIFE_LONGEST_MS = 30_000;

/** An emergency is tried at once and often; after some minutes of it a little less. */
const EMERGENCY = {
  firstMs: 500,
  growth: 2,
  longestMs: 10_000,
  quickTries: 30,
  laterMs: 60_000,
  maxTries: 120,
} as const;

type Tried = Readonly<{ tries: number; requestedAt: Date; expiresAt?: Date; lane?: Lane }>;

const isShortLived = ({ requestedAt, expiresAt }: Tried): boolean =>
  expiresAt !== undefined && expiresAt.getTime() - requestedAt.getTime() <= SHORT_LIFE_MS;

/**
 * The longest wait after so many tries: 2 s, 6 s, 18 s ... 6 h; half a minute for what lives an hour or less. In an
 * emergency 0.5 s, 1 s, 2 s ... 10 s, and a minute after thirty tries.
 */
export function ceilingMs(tried: Tried): number {
  if (tried.lane === 'emergency') return emergencyCeilingMs(tried.tries);
  const longest = isShortLived(tried) ? SHORT_LIFE_LONGEST_MS : LONGEST_MS;
  return Math.min(FIRST_MS * GROWTH ** Math.max(0, tried.tries - 1), longest);
}

function emergencyCeilingMs(tries: number): number {
  const { firstMs, growth, longestMs, quickTries, laterMs } = EMERGENCY;
  return tries > quickTries ? laterMs : Math.min(firstMs * growth ** Math.max(0, tries - 1), longestMs);
}

/** One that is short-lived has as many as fit into its life. */
function isUsedUp(tried: Tried): boolean {
  if (tried.lane === 'emergency') return tried.tries >= EMERGENCY.maxTries;
  return tried.tries >= MAX_TRIES && !isShortLived(tried);
}

/**
 * When to try again: full jitter below a growing ceiling, but never before the provider allows it. Undefined when the
 * message had its twelve tries (120 in an emergency), or its day.
 */
export function nextTryAt(
  tried: Tried,
  retryAfterSeconds: number | undefined,
  at: Date,
  random: number,
): Date | undefined {
  if (isUsedUp(tried)) return undefined;
  const waitMs = Math.max(random * ceilingMs(tried), (retryAfterSeconds ?? 0) * 1_000);
  const next = new Date(at.getTime() + Math.ceil(waitMs));
  return next.getTime() - tried.requestedAt.getTime() > GIVE_UP_MS ? undefined : next;
}
