/** A Slack message: `text` is what notifications and screen readers get, `blocks` what is shown. */
export type SlackMessage = Readonly<{
  /**
   * A channel (`#building`, an id), somebody to write to directly (a user's id or e-mail address) or, for
   * `slackWebhook`, the webhook's address.
   */
  to: string;
  /** With `& < >` already escaped. */
  text: string;
  blocks?: readonly SlackBlock[];
  /** An earlier message (a receipt's) that this one takes the place of; where it is gone, a new one is posted. */
  instead?: SlackPost;
  /** The message whose thread this one belongs to. */
  thread?: SlackPost;
  /** In a channel: only this user (an id or an e-mail address) sees it. */
  onlyFor?: string;
}>;

/** Where a message stands, as its receipt has it. */
export type SlackPost = Readonly<{ place: string; providerMessageId: string }>;

type MarkdownText = Readonly<{ type: 'mrkdwn'; text: string }>;

/** Those that are made here; any other block of Block Kit goes through as it is. */
export type SlackBlock =
  | Readonly<{ type: 'section'; text: MarkdownText }>
  | Readonly<{ type: 'context'; elements: readonly MarkdownText[] }>
  | Readonly<{ type: string } & Record<string, unknown>>;

/** Slack allows about one message per second per channel, and short bursts. */
export type SlackPace = Readonly<{ perSecond?: number; burst?: number }>;

// One at a time for each channel: what is on its way when a process is killed may arrive twice.
export const slackLimits = ({ perSecond = 1, burst = 3 }: SlackPace) => ({ concurrency: 1, perSecond, burst });
