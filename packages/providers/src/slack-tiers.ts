import { gate } from './gate.ts';
import type { GateLimits } from './gate-lane.ts';
import { ProviderError } from './provider-error.ts';
import type { SlackPace } from './slack-message.ts';
import { alone, type Sharing } from './sharing.ts';

/** Slack's tiers: calls per minute that it allows one app in one workspace. */
const TIER_2 = 20;
const TIER_3 = 50;
const TIER_4 = 100;

/** Those that are called here; of messages it allows "several hundred". */
const PER_MINUTE = {
  'chat.postMessage': 300,
  'chat.postEphemeral': TIER_4,
  'chat.update': TIER_3,
  'users.lookupByEmail': TIER_3,
  'conversations.open': TIER_3,
  'auth.test': TIER_3,
  'conversations.create': TIER_2,
  'conversations.info': TIER_3,
  'conversations.invite': TIER_3,
  'conversations.kick': TIER_3,
  'conversations.list': TIER_2,
  'conversations.members': TIER_4,
  'users.conversations': TIER_3,
  'users.info': TIER_4,
  'users.list': TIER_2,
  // No method of the Web API, so that it has no tier: the narrowest.
  'scim.users.delete': TIER_2,
} as const;
/** What may come at once is a part of the minute, so that no minute has more. */
const AT_ONCE = 0.2;
const PATIENCE_MS = 2_000;

export type SlackMethod = keyof typeof PER_MINUTE;

const isSlackMethod = (method: string): method is SlackMethod => Object.hasOwn(PER_MINUTE, method);

/** What its tier allows of one method, so that no minute ever has more. An unknown one is taken to be of the second tier. */
export function tierLimits(method: string, { perSecond = 1 }: SlackPace): GateLimits {
  const allowed = (isSlackMethod(method) ? PER_MINUTE[method] : TIER_2) * perSecond;
  const rate = (allowed * (1 - AT_ONCE)) / 60;
  return { concurrency: 32, perSecond: rate, burst: Math.max(1, allowed * AT_ONCE) };
}

/**
 * Keeps each method within its tier. Whoever would have to wait long gets a `ProviderError` that was not a try. A pace
 * other than Slack's own (one message per second and channel) makes the tiers wider or narrower alike.
 */
export function slackTiers(pace: SlackPace, sharing: Sharing = alone) {
  const doors = new Map(Object.keys(PER_MINUTE).map((method) => [method, gate(tierLimits(method, pace), sharing)]));
  return async <T>(method: SlackMethod, call: () => Promise<T>): Promise<T> => {
    const leave = await doors
      .get(method)
      ?.enter('', 1, { signal: AbortSignal.timeout(PATIENCE_MS) })
      .catch(() => {
        throw new ProviderError(`Slack takes no more ${method} this minute.`, {
          permanent: false,
          attempted: false,
          retryAfterSeconds: 5,
        });
      });
    try {
      return await call();
    } finally {
      leave?.();
    }
  };
}

export type SlackTiers = ReturnType<typeof slackTiers>;
