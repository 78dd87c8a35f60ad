export const MAX_TRIES = 12;
const FIRST_MS = 2_000;
const GROWTH = 3;
const LONGEST_MS = 6 * 3_600_000;
const GIVE_UP_MS = 24 * 3_600_000;

// A code or a notice is worth little when it comes late: it is tried often, for as long as it is good.
const SHORT_LIFE_MS = 3_600_000;
const SHORT_LIFE_LONGEST_MS = 30_000;

type Tried = Readonly<{ tries: number; requestedAt: Date; expiresAt?: Date }>;

const isShortLived = ({ requestedAt, expiresAt }: Tried): boolean =>
  expiresAt !== undefined && expiresAt.getTime() - requestedAt.getTime() <= SHORT_LIFE_MS;

/** The longest wait after so many tries: 2 s, 6 s, 18 s ... 6 h; half a minute for what lives an hour or less. */
export function ceilingMs(tried: Tried): number {
  const longest = isShortLived(tried) ? SHORT_LIFE_LONGEST_MS : LONGEST_MS;
  return Math.min(FIRST_MS * GROWTH ** Math.max(0, tried.tries - 1), longest);
}

/**
 * When to try again: full jitter below a growing ceiling, but never before the provider allows it. Undefined when the
 * message had its twelve tries (one that is short-lived has as many as fit into its life), or its day.
 */
export function nextTryAt(
  tried: Tried,
  retryAfterSeconds: number | undefined,
  at: Date,
  random: number,
): Date | undefined {
  if (tried.tries >= MAX_TRIES && !isShortLived(tried)) return undefined;
  const waitMs = Math.max(random * ceilingMs(tried), (retryAfterSeconds ?? 0) * 1_000);
  const next = new Date(at.getTime() + Math.ceil(waitMs));
  return next.getTime() - tried.requestedAt.getTime() > GIVE_UP_MS ? undefined : next;
}
