import { LogLevel, WebClient, type KnownBlock } from '@slack/web-api';
import { guarded } from './guarded.ts';
import type { Provider } from './provider.ts';
import { slackFailure } from './slack-failure.ts';
import { slackLimits, type SlackMessage, type SlackPace } from './slack-message.ts';

export type SlackOptions = SlackPace &
  Readonly<{
    token: string;
    state: 'real' | 'sandbox';
    /** Instead of https://slack.com/api/. */
    apiUrl?: string | undefined;
    timeLimitMs?: number;
  }>;

/** Messages by Slack's Web API (`chat.postMessage`). */
export function slack(options: SlackOptions): Provider<SlackMessage> {
  const { token, state, apiUrl, timeLimitMs = 5_000 } = options;
  const client = new WebClient(token, {
    ...(apiUrl && { slackApiUrl: apiUrl }),
    // When to try again is decided by whoever keeps the message, not by the SDK.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeLimitMs,
    logLevel: LogLevel.ERROR,
    allowAbsoluteUrls: false,
  });

  return guarded<SlackMessage>({
    name: 'slack',
    state,
    limits: slackLimits(options),
    keyOf: (channel) => channel.toLowerCase(),
    timeLimitMs,
    failure: slackFailure,
    call: async ({ to, text, blocks }, { idempotencyKey }) => {
      const posted = await client.chat.postMessage({
        channel: to,
        text,
        ...(blocks && { blocks: blocks as KnownBlock[] }),
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: 'guildhall_message', event_payload: { message_id: idempotencyKey } },
      });
      return { providerMessageId: posted.ts ?? '' };
    },
  });
}
