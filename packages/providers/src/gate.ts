import { type Entrance, GateLane, type GateLimits, type Leave } from './gate-lane.ts';
import type { Priority } from './provider.ts';
import { alone, type Sharing } from './sharing.ts';

// Longer waits are better spent in the store: what waits in memory is lost for a while when the process dies.
const HOLD_MS = 5_000;
const HOLD_COUNT = 5_000;
const LANES_BEFORE_SWEEP = 1_000;

export type Gate = Readonly<{
  /** Waits for leave to begin one call; the result gives it back. */
  enter(key: string, priority: Priority, entrance?: Entrance): Promise<Leave>;
  delayMs(key: string, hasBooked: boolean): number;
  /** How long nobody gets in. */
  restMs(key: string): number;
  /** Nobody gets in for this long: the provider said `Retry-After`, or its circuit is open. For all keys without one. */
  pause(key: string | undefined, ms: number): void;
}>;

/** Keeps calls within a vendor's published limits, separately for each key (a channel, a number, an account). */
export function gate(limits: GateLimits, sharing: Sharing = alone): Gate {
  const lanes = new Map<string, GateLane>();
  let allPausedUntil = 0;
  const laneOf = (key: string): GateLane => {
    const known = lanes.get(key);
    if (known) return known;
    if (lanes.size >= LANES_BEFORE_SWEEP) sweep(lanes);
    const lane = new GateLane(limits, sharing);
    const restMs = allPausedUntil - Date.now();
    if (restMs > 0) lane.pause(restMs);
    lanes.set(key, lane);
    return lane;
  };
  return {
    enter: (key, priority, entrance) => laneOf(key).enter(priority, entrance),
    restMs: (key) => {
      const now = Date.now();
      return lanes.get(key)?.restMs(now) ?? Math.max(0, allPausedUntil - now);
    },
    pause: (key, ms) => {
      if (key !== undefined) return laneOf(key).pause(ms);
      allPausedUntil = Math.max(allPausedUntil, Date.now() + ms);
      for (const lane of lanes.values()) lane.pause(ms);
    },
    delayMs: (key, hasBooked) => {
      const lane = laneOf(key);
      const now = Date.now();
      const wait = lane.waitMs(now);
      const isCrowded = lane.queued >= HOLD_COUNT;
      const isBookedUp = !hasBooked && lane.bookedUntil > now + HOLD_MS;
      if (wait <= HOLD_MS && !isCrowded && !isBookedUp) return 0;
      const place = Math.max(lane.bookedUntil, now + Math.max(wait, HOLD_MS)) + 1_000 / (lane.rate ?? 1_000);
      lane.bookedUntil = place;
      return Math.ceil(place - now);
    },
  };
}

function sweep(lanes: Map<string, GateLane>): void {
  const now = Date.now();
  for (const [key, lane] of lanes) if (lane.isIdle(now)) lanes.delete(key);
}
