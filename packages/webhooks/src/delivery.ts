export type DeliveryState = 'pending' | 'delivered' | 'failed';

export type DeliveryTry = Readonly<{ at: Date; status?: number; reason?: string; durationMs: number }>;

/** One call to an address of others: tried until it succeeds or a day is over. */
export type WebhookDelivery = Readonly<{
  id: string;
  version: number;
  subscriptionId: string;
  event: string;
  /** Whom it tells of; empty where it tells of nobody. */
  personId: string;
  body: string;
  state: DeliveryState;
  createdAt: Date;
  /** When this round of tries began. */
  since: Date;
  nextTryAt?: Date;
  /** Of this round. */
  round: number;
  tryCount: number;
  /** The last ones, the earliest first. */
  tries: readonly DeliveryTry[];
  /** How long it is kept, in milliseconds from when it was made; thirty days when absent. */
  keptForMs?: number;
}>;

/** What came of a call. */
export type Attempt = Readonly<{ status?: number; reason?: string; durationMs: number }>;

const firstPauseMs = 10_000;
const longestPauseMs = 2 * 3_600_000;
const triedForMs = 24 * 3_600_000;
const triesKept = 20;
// Longer than a call may take.
const claimMs = 30_000;
const dayMs = 24 * 3_600_000;
const keptMs = 30 * dayMs;

type New = Pick<WebhookDelivery, 'id' | 'subscriptionId' | 'event' | 'personId' | 'body' | 'keptForMs'>;

export const newDelivery = (given: New, now: Date): WebhookDelivery => ({
  ...given,
  version: 1,
  state: 'pending',
  createdAt: now,
  since: now,
  nextTryAt: now,
  round: 0,
  tryCount: 0,
  tries: [],
});

/** The delivery in the hands of one process: others leave it alone for as long as a call may take. */
export const claimed = (delivery: WebhookDelivery, now: Date): WebhookDelivery => ({
  ...delivery,
  version: delivery.version + 1,
  nextTryAt: new Date(now.getTime() + claimMs),
});

/** The delivery after a try. `chance` in 0..1 spreads the next ones. */
export function tried(delivery: WebhookDelivery, attempt: Attempt, now: Date, chance: number): WebhookDelivery {
  const { nextTryAt: _past, ...rest } = delivery;
  const round = delivery.round + 1;
  const next = {
    ...rest,
    version: delivery.version + 1,
    round,
    tryCount: delivery.tryCount + 1,
    tries: [...delivery.tries, { at: now, ...attempt }].slice(-triesKept),
  };
  if (isSuccess(attempt)) return { ...next, state: 'delivered' };
  const nextTryAt = new Date(now.getTime() + pauseMs(round, chance));
  const isOver = nextTryAt.getTime() - delivery.since.getTime() > triedForMs;
  return isOver ? { ...next, state: 'failed' } : { ...next, nextTryAt };
}

/** Given up without a try: the webhook was switched off or is gone. */
export function givenUp({ nextTryAt: _none, ...delivery }: WebhookDelivery): WebhookDelivery {
  return { ...delivery, version: delivery.version + 1, state: 'failed' };
}

/** The same once more, from the beginning. */
export const replayed = (delivery: WebhookDelivery, now: Date): WebhookDelivery => ({
  ...delivery,
  version: delivery.version + 1,
  state: 'pending',
  since: now,
  nextTryAt: now,
  round: 0,
});

/** When it is to be looked at: for its next try or, when it is done, to be removed. */
export const deliveryDueAt = ({ nextTryAt, createdAt, keptForMs = keptMs }: WebhookDelivery): Date =>
  nextTryAt ?? new Date(createdAt.getTime() + keptForMs);

export const isSuccess = ({ status = 0 }: Attempt): boolean => status >= 200 && status < 300;

const pauseMs = (round: number, chance: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** (round - 1)) * (0.8 + 0.4 * chance);
