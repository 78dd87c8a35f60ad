export const channels = ['email', 'sms', 'slack', 'push'] as const;

export type Channel = (typeof channels)[number];

/** One delivery to one recipient, as the vendor would have taken it. */
export type Received = Readonly<{
  channel: Channel;
  /** The e-mail address, the phone number, the Slack channel as `#name`, or the device's token. */
  to: string;
  subject?: string;
  text: string;
  html?: string;
  /** What the vendor was sent and answered, in the vendor's own words. */
  raw: Readonly<Record<string, unknown>>;
}>;

/** `id` grows with each message; `at` is the time of the sandbox clock (RFC 3339). */
export type Message = Received & Readonly<{ id: string; at: string }>;

/** A text among what the vendor was sent or answered; empty when there is none. */
export function rawText({ raw }: Received, name: string): string {
  const value = raw[name];
  return typeof value === 'string' ? value : '';
}

/**
 * A recipient as it is compared: case does not matter, nor does the `#` of a channel, nor the `+` of a number
 * (which a query string turns into a space).
 */
export const recipientKey = (to: string): string => to.trim().replace(/^[#+]/, '').toLowerCase();
