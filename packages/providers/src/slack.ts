import { LogLevel, WebAPIPlatformError, WebClient, type KnownBlock } from '@slack/web-api';
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

/** Messages by Slack's Web API (`chat.postMessage`, `chat.update`). */
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
    call: async ({ to, text, blocks, instead }, { idempotencyKey }) => {
      const content = {
        text,
        ...(blocks && { blocks: blocks as KnownBlock[] }),
        metadata: { event_type: 'guildhall_message', event_payload: { message_id: idempotencyKey } },
      };
      if (instead && (await replaced(client, instead, content))) return instead;
      const posted = await client.chat.postMessage({
        channel: to,
        ...content,
        unfurl_links: false,
        unfurl_media: false,
      });
      return { providerMessageId: posted.ts ?? '', ...(posted.channel && { place: posted.channel }) };
    },
  });
}

type Content = Readonly<{ text: string; blocks?: KnownBlock[] }>;
type Instead = NonNullable<SlackMessage['instead']>;

const GONE = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'not_in_channel',
  'is_inactive',
]);

/** False when the earlier message cannot be changed any more. */
async function replaced(client: WebClient, { place, providerMessageId }: Instead, content: Content): Promise<boolean> {
  try {
    await client.chat.update({ channel: place, ts: providerMessageId, ...content });
    return true;
  } catch (error) {
    if (error instanceof WebAPIPlatformError && GONE.has(error.data.error)) return false;
    throw error;
  }
}
