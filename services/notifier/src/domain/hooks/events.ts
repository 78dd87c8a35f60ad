/** What systems of others can be told of a message. */
export const hookEvents = [
  'message.sent',
  'message.delivered',
  'message.failed',
  'message.answered',
  'message.read',
] as const;

export type HookEvent = (typeof hookEvents)[number];

export type HookSettings = Readonly<{
  url: string;
  events: readonly HookEvent[];
  description: string;
  active: boolean;
}>;
