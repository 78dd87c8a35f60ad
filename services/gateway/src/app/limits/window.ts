/** So many requests in any stretch of so many seconds. */
export type Limit = Readonly<{ count: number; windowSeconds: number }>;

export type Standing = Readonly<{
  isAllowed: boolean;
  remaining: number;
  /** Until the oldest request leaves the window and makes room. */
  resetSeconds: number;
}>;

type Taken = Readonly<{ hits: readonly number[]; standing: Standing }>;

/**
 * A sliding log: the moments (milliseconds) of the requests within the window, this one added when there is room. A
 * refused request leaves no trace, so whoever keeps trying is let in as soon as there is room again.
 */
export function take(log: readonly number[], now: number, { count, windowSeconds }: Limit): Taken {
  const windowMs = windowSeconds * 1_000;
  // Hits of the future belong to a clock that was set back: they count no more than those of the past.
  const recent = log.filter((hit) => Math.abs(now - hit) < windowMs);
  const isAllowed = recent.length < count;
  const hits = isAllowed ? [...recent, now] : recent;
  const oldest = hits[0] ?? now;
  const resetSeconds = Math.max(1, Math.ceil((oldest + windowMs - now) / 1_000));
  return { hits, standing: { isAllowed, remaining: count - hits.length, resetSeconds } };
}
