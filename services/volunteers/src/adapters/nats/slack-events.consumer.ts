import { eventStream } from '@guildhall/contracts';
import { type SlackEventReceived, SlackEventReceivedSchema } from '@guildhall/contracts/gateway/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';
import type { ChannelChanged } from '../../app/onboarding/channel-changed.ts';
import type { SlackUserSeen } from '../../app/onboarding/hear-slack.ts';

export type SlackEventHandlers = Readonly<{
  userJoined: Handler<SlackUserSeen>;
  userChanged: Handler<SlackUserSeen>;
  channelChanged: Handler<ChannelChanged>;
}>;

/** What Slack tells of people and channels, as the gateway heard and checked it. */
export const slackEventsConsumer = (
  bus: Bus,
  handlers: SlackEventHandlers,
  report: (error: unknown, delivery: Delivery) => void,
) =>
  consume(bus, {
    stream: eventStream('gateway'),
    durable: 'volunteers-slack-events',
    subscriptions: [on(SlackEventReceivedSchema, (event) => hear(event, handlers))],
    report,
  });

// What happens to a private channel is told under a name of its own.
const stateAfter = {
  channel_archive: 'archived',
  channel_unarchive: 'ok',
  channel_deleted: 'not_found',
  channel_rename: 'ok',
} as const;

async function hear(event: SlackEventReceived, handlers: SlackEventHandlers): Promise<void> {
  const { type, userId, email, deleted, isBot, channelId, channelName } = event;
  if (type === 'team_join') return handlers.userJoined({ userId, email, deleted, isBot });
  if (type === 'user_change') return handlers.userChanged({ userId, email, deleted, isBot });
  const name = type.replace(/^group_/, 'channel_');
  if (!isChannelEvent(name) || channelId === '') return undefined;
  const renamed = name === 'channel_rename' && channelName !== '' ? { name: channelName } : {};
  return handlers.channelChanged({ externalId: channelId, state: stateAfter[name], ...renamed });
}

const isChannelEvent = (name: string): name is keyof typeof stateAfter => Object.hasOwn(stateAfter, name);
