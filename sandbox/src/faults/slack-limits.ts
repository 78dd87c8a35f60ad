export type Limit = Readonly<{ key: string; calls: number; seconds: number }>;

/** Slack's tiers: calls in a minute. */
const tiers = { two: 20, three: 50, four: 100 } as const;

const tierOf: Readonly<Record<string, keyof typeof tiers>> = {
  'chat.postEphemeral': 'four',
  'conversations.archive': 'two',
  'conversations.create': 'two',
  'conversations.list': 'two',
  'conversations.members': 'four',
  'users.info': 'four',
  'users.list': 'two',
};

/** What Slack publishes for a method: one message in a second for each channel, and a tier for everything else. */
export function slackLimitOf([path = '', recipient = '']: readonly string[]): Limit {
  const method = /\/slack\/api\/([\w.]+)/.exec(path)?.[1];
  // Incoming webhooks are messages too.
  if (method === undefined || method === 'chat.postMessage') return { key: `to ${recipient}`, calls: 1, seconds: 1 };
  return { key: method, calls: tiers[tierOf[method] ?? 'three'], seconds: 60 };
}
