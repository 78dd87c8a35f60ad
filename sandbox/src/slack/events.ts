import { bot, team } from './workspace.ts';

/** Something that happened in the workspace, as an app that asked to hear of it is told: its type and that type's fields. */
export type SlackEvent = Readonly<{ type: string; [field: string]: unknown }>;

/** Tells the platform, signed and with repeats as Slack does; returns at once and never throws. */
export type Announce = (event: SlackEvent) => void;

type Channel = Readonly<{ id: string; name: string; isPrivate?: boolean }>;

/** `user` is who it was, as `users.info` has them. */
export const teamJoin = (user: object): SlackEvent => ({ type: 'team_join', user, cache_ts: CACHE_TS });

/** Also of somebody who was deactivated (`deleted`) or came back; `user` as `users.info` has them. */
export const userChange = (user: object): SlackEvent => ({ type: 'user_change', user, cache_ts: CACHE_TS });

export const memberJoined = (channel: Channel, user: string, inviter?: string): SlackEvent => ({
  type: 'member_joined_channel',
  ...membership(channel, user),
  ...(inviter !== undefined && { inviter }),
});

export const memberLeft = (channel: Channel, user: string): SlackEvent => ({
  type: 'member_left_channel',
  ...membership(channel, user),
});

/** Private channels are called groups in the names of events. */
export const channelCreated = ({ id, name }: Channel): SlackEvent => ({
  type: 'channel_created',
  channel: { id, name, created: CACHE_TS, creator: bot.userId },
});

export const channelArchived = (channel: Channel, user: string = bot.userId): SlackEvent => ({
  type: `${wordFor(channel)}_archive`,
  channel: channel.id,
  user,
});

export const channelUnarchived = (channel: Channel, user: string = bot.userId): SlackEvent => ({
  type: `${wordFor(channel)}_unarchive`,
  channel: channel.id,
  user,
});

/** `channel` with its new name. */
export const channelRenamed = (channel: Channel): SlackEvent => ({
  type: `${wordFor(channel)}_rename`,
  channel: { id: channel.id, name: channel.name, created: CACHE_TS },
});

export const channelDeleted = (channel: Channel): SlackEvent => ({
  type: `${wordFor(channel)}_deleted`,
  channel: channel.id,
});

const CACHE_TS = 1_700_000_000;

const wordFor = ({ isPrivate }: Channel): string => (isPrivate ? 'group' : 'channel');

const membership = ({ id, isPrivate }: Channel, user: string) => ({
  channel: id,
  channel_type: isPrivate ? 'G' : 'C',
  user,
  team: team.id,
});
