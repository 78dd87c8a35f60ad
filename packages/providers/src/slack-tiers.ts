import { gate } from './gate.ts';
import { ProviderError } from './provider-error.ts';
import type { SlackPace } from './slack-message.ts';
import { alone, type Sharing } from './sharing.ts';

/** Calls per minute that Slack allows one workspace (its tiers), and of messages "several hundred". */
const PER_MINUTE = {
  'chat.postMessage': 300,
  'chat.postEphemeral': 100,
  'chat.update': 50,
  'users.lookupByEmail': 50,
  'conversations.open': 50,
} as const;
/** What may come at once is a part of the minute, so that no minute has more. */
const AT_ONCE = 0.2;
const PATIENCE_MS = 2_000;

export type SlackMethod = keyof typeof PER_MINUTE;

/**
 * Keeps each method within its tier. Whoever would have to wait long gets a `ProviderError` that was not a try. A pace
 * other than Slack's own (one message per second and channel) makes the tiers wider or narrower alike.
 */
export function slackTiers({ perSecond = 1 }: SlackPace, sharing: Sharing = alone) {
  const doors = new Map(
    Object.entries(PER_MINUTE).map(([method, perMinute]) => {
      const allowed = perMinute * perSecond;
      const rate = (allowed * (1 - AT_ONCE)) / 60;
      return [method, gate({ concurrency: 32, perSecond: rate, burst: Math.max(1, allowed * AT_ONCE) }, sharing)];
    }),
  );
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
