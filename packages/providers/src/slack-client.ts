import { LogLevel, WebClient } from '@slack/web-api';
import { fetch, type Dispatcher } from 'undici';

export type SlackClientOptions = Readonly<{ apiUrl?: string | undefined; timeLimitMs: number; dispatcher: Dispatcher }>;

/** Slack's own client, which makes each call once and keeps its words to itself. */
export const slackClient = (token: string, { apiUrl, timeLimitMs, dispatcher }: SlackClientOptions): WebClient =>
  new WebClient(token, {
    ...(apiUrl && { slackApiUrl: apiUrl }),
    // When to try again is decided by whoever keeps the message, not by the SDK.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeLimitMs,
    // What it would say is in the failure; in the log it may quote what somebody else sent.
    logger: silent,
    logLevel: LogLevel.ERROR,
    allowAbsoluteUrls: false,
    fetch: (url, init) => fetch(url, { ...(init as object), dispatcher }),
  });

const nothing = (): void => undefined;
const silent = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};
