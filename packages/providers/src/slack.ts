import { type KnownBlock, WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { Agent } from 'undici';
import { guarded, type Surroundings } from './guarded.ts';
import { before, nonsense } from './http-failure.ts';
import type { Provider, Receipt } from './provider.ts';
import { slackClient } from './slack-client.ts';
import { slackFailure } from './slack-failure.ts';
import { slackLimits, type SlackMessage, type SlackPace, type SlackPost } from './slack-message.ts';
import { type SlackPeople, slackPeople } from './slack-people.ts';
import { type SlackTiers, slackTiers } from './slack-tiers.ts';

export type SlackOptions = SlackPace &
  Surroundings &
  Readonly<{
    token: string;
    state: 'real' | 'sandbox';
    /** Instead of https://slack.com/api/. */
    apiUrl?: string | undefined;
    timeLimitMs?: number;
  }>;

/** Messages by Slack's Web API (`chat.postMessage`, `chat.update`, `chat.postEphemeral`). */
export function slack(options: SlackOptions): Provider<SlackMessage> {
  const { token, state, apiUrl, timeLimitMs = 5_000, sharing, alert } = options;
  const agent = new Agent({ connect: { timeout: 3_000 }, connections: 32 });
  const client = slackClient(token, { apiUrl, timeLimitMs, dispatcher: agent });
  const within = slackTiers(options, sharing);
  const parts: Parts = { client, within, people: slackPeople(client, within) };

  return guarded<SlackMessage>({
    name: 'slack',
    state,
    sharing,
    alert,
    limits: slackLimits(options),
    keyOf: (channel) => channel.toLowerCase(),
    timeLimitMs,
    failure: slackFailure,
    close: () => agent.close(),
    call: (message, { idempotencyKey }) => post(parts, message, idempotencyKey),
  });
}

type Parts = Readonly<{ client: WebClient; within: SlackTiers; people: SlackPeople }>;
type Change = Omit<Parameters<WebClient['chat']['update']>[0], 'channel' | 'ts'>;

async function post({ client, within, people }: Parts, message: SlackMessage, messageId: string): Promise<Receipt> {
  const { to, text, blocks, instead, thread, onlyFor } = message;
  const metadata = { event_type: 'guildhall_message', event_payload: { message_id: messageId } };
  const content = { text, ...(blocks && { blocks: blocks as KnownBlock[] }) };
  if (instead && (await within('chat.update', () => replaced(client, instead, { ...content, metadata })))) {
    return instead;
  }
  const channel = await beforehand(() => people.channelOf(to));
  if (onlyFor !== undefined) {
    const user = await beforehand(() => people.userOf(onlyFor));
    const shown = await within('chat.postEphemeral', () => client.chat.postEphemeral({ channel, user, ...content }));
    return { providerMessageId: stampOf(shown.message_ts) };
  }
  const posting = { channel, ...content, metadata, unfurl_links: false, unfurl_media: false };
  const posted = await within('chat.postMessage', () => inThread(client, posting, thread));
  return { providerMessageId: stampOf(posted.ts), ...(posted.channel && { place: posted.channel }) };
}

type Posting = Parameters<WebClient['chat']['postMessage']>[0];

/** In its thread; as a message of its own where that is gone. */
async function inThread(client: WebClient, posting: Posting, thread: SlackPost | undefined) {
  if (!thread) return client.chat.postMessage(posting);
  try {
    return await client.chat.postMessage({ ...posting, thread_ts: thread.providerMessageId });
  } catch (error) {
    if (!isOneOf(error, THREAD_GONE)) throw error;
    return client.chat.postMessage(posting);
  }
}

const THREAD_GONE = new Set(['thread_not_found', 'message_not_found', 'cannot_reply_to_message']);
const POST_GONE = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'not_in_channel',
  'is_inactive',
]);

const isOneOf = (error: unknown, codes: ReadonlySet<string>): boolean =>
  error instanceof WebAPIPlatformError && codes.has(error.data.error);

/** False when the earlier message cannot be changed any more. */
async function replaced(client: WebClient, { place, providerMessageId }: SlackPost, change: Change) {
  try {
    await client.chat.update({ channel: place, ts: providerMessageId, ...change } as Parameters<
      WebClient['chat']['update']
    >[0]);
    return true;
  } catch (error) {
    if (isOneOf(error, POST_GONE)) return false;
    throw error;
  }
}

/** What fails before the message itself is sent surely did not send it. */
async function beforehand<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw before(slackFailure(error));
  }
}

function stampOf(ts: unknown): string {
  if (typeof ts !== 'string' || !/^\d{1,16}\.\d{1,9}$/.test(ts)) throw nonsense('Slack');
  return ts;
}
