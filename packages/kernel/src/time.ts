/** Business time. Infrastructure timers (time limits, sweeps) run on real time instead. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
