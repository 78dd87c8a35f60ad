export const MAX_TRIES = 12;
const FIRST_MS = 2_000;
const GROWTH = 3;
const LONGEST_MS = 6 * 3_600_000;
const GIVE_UP_MS = 24 * 3_600_000;

type Tried = Readonly<{ tries: number; requestedAt: Date }>;

/** The longest wait after so many tries: 2 s, 6 s, 18 s ... 6 h; all twelve fit into a day. */
export const ceilingMs = (tries: number): number => Math.min(FIRST_MS * GROWTH ** Math.max(0, tries - 1), LONGEST_MS);

/**
 * When to try again: full jitter below a growing ceiling, but never before the provider allows it.
 * Undefined when the message had its tries, or its day.
 */
export function nextTryAt(
  { tries, requestedAt }: Tried,
  retryAfterSeconds: number | undefined,
  at: Date,
  random: number,
): Date | undefined {
  if (tries >= MAX_TRIES) return undefined;
  const waitMs = Math.max(random * ceilingMs(tries), (retryAfterSeconds ?? 0) * 1_000);
  const next = new Date(at.getTime() + Math.ceil(waitMs));
  return next.getTime() - requestedAt.getTime() > GIVE_UP_MS ? undefined : next;
}
