const oldestMs = 72 * 3_600_000;
const skewMs = 2 * 60_000;

/** Why the time of an event is refused, if it is. A clock may be ahead by a little. */
export function timeFault(at: Date, now: Date): 'future' | 'old' | undefined {
  if (at.getTime() > now.getTime() + skewMs) return 'future';
  return now.getTime() - at.getTime() > oldestMs ? 'old' : undefined;
}

/** Nothing happens later than now. */
export const notAfter = (at: Date, now: Date): Date => (at > now ? now : at);
