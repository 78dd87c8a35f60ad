/** A vendor asked one of those who share an account to wait. */
export type Pause = Readonly<{ provider: string; isEmergency: boolean; key: string; ms: number }>;

/** What several processes that use the same accounts know of each other. */
export interface Sharing {
  /** How many they are, this one included: each takes that part of every limit. */
  count(): number;
  /** When that last changed, in milliseconds since 1970: what somebody else used just before is not ours yet. */
  changedAt(): number;
  /** Tells the others. */
  tell(pause: Pause): void;
  /** Calls back when another one tells. */
  onPause(listener: (pause: Pause) => void): void;
}

/** One process that has its accounts for itself. */
export const alone: Sharing = {
  count: () => 1,
  changedAt: () => Number.NEGATIVE_INFINITY,
  tell: () => undefined,
  onPause: () => undefined,
};
