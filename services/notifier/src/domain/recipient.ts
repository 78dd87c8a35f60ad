import type { Channel } from './message.ts';

const patterns: Readonly<Record<Exclude<Channel, 'slack'>, RegExp>> = {
  email: /^[^\s@<>,;"\p{Cc}]{1,64}@[^\s@<>,;"\p{Cc}]{1,255}$/u,
  sms: /^\+[1-9]\d{6,14}$/,
};
const SLACK_CHANNEL = /^[#@]?[\p{L}\p{N}._-]{1,80}$/u;

/** True for an incoming webhook's address; otherwise a Slack recipient is a channel. */
export const isWebhook = (to: string): boolean => /^https?:\/\//i.test(to);

/** Whether messages on this channel can be addressed like this at all. */
export function isRecipient(channel: Channel, to: string): boolean {
  if (channel !== 'slack') return patterns[channel].test(to);
  return isWebhook(to) ? URL.canParse(to) : SLACK_CHANNEL.test(to);
}

/** A webhook's address is a credential: what is shown of it is the host and the last characters. */
export function maskedRecipient(to: string): string {
  if (!isWebhook(to) || !URL.canParse(to)) return to;
  const { host } = new URL(to);
  return `${host}/…${to.slice(-4)}`;
}
