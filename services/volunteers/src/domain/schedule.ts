const minute = 60_000;
const hour = 60 * minute;
export const day = 24 * hour;

const checks = [minute, 5 * minute, 15 * minute, hour, 6 * hour] as const;

/** When an address is looked up again after so many times in vain: often at first, then daily. */
export const nextCheck = (checksDone: number, now: Date): Date => new Date(now.getTime() + (checks[checksDone] ?? day));

/** How often a change of access is tried before it counts as failed. */
export const mostTries = 10;

const longestWait = 300_000;

/** When the try after so many failures comes: 1, 2, 4, 8 … 300 s, spread by `random` (0 to 1) over the upper half. */
export function nextTry(attempts: number, now: Date, random: number): Date {
  const wait = Math.min(longestWait, 1_000 * 2 ** Math.max(0, attempts - 1));
  return new Date(now.getTime() + wait * (0.5 + random / 2));
}
