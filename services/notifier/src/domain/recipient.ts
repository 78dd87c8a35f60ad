import type { Channel, Order } from './message.ts';

const patterns: Readonly<Record<Exclude<Channel, 'slack'>, RegExp>> = {
  email: /^[^\s@<>,;"\p{Cc}]{1,64}@[^\s@<>,;"\p{Cc}]{1,255}$/u,
  sms: /^\+[1-9]\d{6,14}$/,
  push: /^[\x21-\x7e]{1,500}$/,
  inbox: /^[\w-]{1,64}$/,
};
const SLACK_CHANNEL = /^[#@]?[\p{L}\p{N}._-]{1,80}$/u;
const SLACK_USER = /^[UW][A-Z0-9]{2,20}$/;

/** True for an incoming webhook's address; otherwise a Slack recipient is a channel or, by id or e-mail, somebody. */
export const isWebhook = (to: string): boolean => /^https?:\/\//i.test(to);

/** A Slack channel's messages can take each other's place; those of an incoming webhook cannot. */
export const isUpdatable = ({ channel, to, updateKey }: Pick<Order, 'channel' | 'to' | 'updateKey'>): boolean =>
  channel === 'slack' && updateKey !== undefined && !isWebhook(to);

/** Messages with the same key are one thread in a Slack channel, or in a conversation with somebody there. */
export const isThreadable = ({ channel, to, threadKey }: Pick<Order, 'channel' | 'to' | 'threadKey'>): boolean =>
  channel === 'slack' && threadKey !== undefined && !isWebhook(to);

/** Whether messages on this channel can be addressed like this at all. */
export function isRecipient(channel: Channel, to: string): boolean {
  if (channel !== 'slack') return patterns[channel].test(to);
  return isWebhook(to) ? URL.canParse(to) : SLACK_CHANNEL.test(to) || patterns.email.test(to);
}

/** Whether that is somebody in Slack: by their id there, or by the e-mail address of their account. */
export const isSlackUser = (to: string): boolean => SLACK_USER.test(to) || patterns.email.test(to);

/** A webhook's address is a credential, and a device's token nearly one: a little is shown, to tell them apart. */
export function maskedRecipient({ channel, to }: Pick<Order, 'channel' | 'to'>): string {
  if (channel === 'push') return `…${to.slice(-4)}`;
  if (!isWebhook(to) || !URL.canParse(to)) return to;
  const { host } = new URL(to);
  return `${host}/…${to.slice(-4)}`;
}
