export interface Pace {
  readonly firstMs: number;
  readonly longestMs: number;
  /** A process that lived this long starts again at the first delay. */
  readonly healthyAfterMs: number;
}

export const PACE: Pace = { firstMs: 200, longestMs: 10_000, healthyAfterMs: 30_000 };

/** How long to wait before each restart: doubling from the first delay, and from the start again after a healthy life. */
export const backoff = (pace: Pace): ((livedMs: number) => number) => {
  let next = pace.firstMs;
  return (livedMs) => {
    if (livedMs >= pace.healthyAfterMs) next = pace.firstMs;
    const delay = next;
    next = Math.min(next * 2, pace.longestMs);
    return delay;
  };
};
