import { Agent, request } from 'undici';
import { guarded, type Surroundings } from './guarded.ts';
import { httpFailure, noAnswer, nonsense } from './http-failure.ts';
import type { Provider } from './provider.ts';
import { ProviderError } from './provider-error.ts';
import { slackLimits, type SlackMessage, type SlackPace } from './slack-message.ts';

export type SlackWebhookOptions = SlackPace &
  Surroundings &
  Readonly<{
    state: 'real' | 'sandbox';
    /** Which addresses may be called at all: a webhook's address is somebody's input. */
    isAllowed: (url: URL) => boolean;
    timeLimitMs?: number;
  }>;

const ANSWER_LIMIT = 1_024;

/** Messages by Slack's incoming webhooks; `to` is the address. Redirects are not followed. */
export function slackWebhook(options: SlackWebhookOptions): Provider<SlackMessage> {
  const { state, isAllowed, timeLimitMs = 5_000 } = options;
  const agent = new Agent({ connect: { timeout: 3_000 }, connections: 32, maxResponseSize: ANSWER_LIMIT });

  return guarded<SlackMessage>({
    name: 'slack-webhook',
    state,
    limits: slackLimits(options),
    keyOf: (url) => url,
    hasAccountPerKey: true,
    sharing: options.sharing,
    timeLimitMs,
    failure: (error) => noAnswer('Slack', error),
    close: () => agent.close(),
    call: async ({ to, text, blocks, onlyFor }, { idempotencyKey, signal }) => {
      if (onlyFor !== undefined) {
        throw new ProviderError('A webhook shows everybody what it posts.', { permanent: true, attempted: false });
      }
      if (!URL.canParse(to) || !isAllowed(new URL(to))) {
        throw new ProviderError('The address is not one of a Slack webhook.', { permanent: true });
      }
      const { statusCode, headers, body } = await request(to, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-guildhall-message-id': idempotencyKey },
        body: JSON.stringify({ text, ...(blocks && { blocks }) }),
        signal,
        dispatcher: agent,
      });
      const answer = await body.text();
      if (statusCode === 200) {
        if (answer.trim() !== 'ok') throw nonsense('Slack');
        return { providerMessageId: '' };
      }
      const retryAfter = headers['retry-after']?.toString();
      throw httpFailure('Slack', { status: statusCode, retryAfter, code: answer, hasAccount: false });
    },
  });
}
