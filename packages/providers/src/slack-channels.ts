import { ProviderError } from './provider-error.ts';
import { channelOf, idOf, listOf } from './slack-answers.ts';
import type { SlackAsking } from './slack-asking.ts';
import type { SlackWorkspace } from './slack-membership.ts';

const PER_PAGE = 200;
const MEMBERS_PER_PAGE = 1_000;
const ALL_OPEN = { types: 'public_channel,private_channel', exclude_archived: true, limit: PER_PAGE };

type Channels = Pick<
  SlackWorkspace,
  'channels' | 'channel' | 'channelsOf' | 'createChannel' | 'members' | 'invite' | 'remove'
>;

/** Channels and who is in them. What is so already is no failure. */
export function slackChannels({ ask, find, pages }: SlackAsking): Channels {
  const channel: Channels['channel'] = async (id) => {
    const found = await find('conversations.info', { channel: id }, ['channel_not_found']);
    return found && channelOf(found['channel']);
  };
  return {
    channel,
    channels: () => pages('conversations.list', ALL_OPEN, ({ channels }) => listOf(channels, channelOf)),
    channelsOf: (user) =>
      pages('users.conversations', { ...ALL_OPEN, user }, ({ channels }) => listOf(channels, channelOf)),
    createChannel: async (name, isPrivate) =>
      channelOf((await ask('conversations.create', { name, is_private: isPrivate }))['channel']),
    members: (id) =>
      pages('conversations.members', { channel: id, limit: MEMBERS_PER_PAGE }, ({ members }) => listOf(members, idOf)),
    invite: async (id, user) => {
      const refused = await ask('conversations.invite', { channel: id, users: user }).then(nothing, refusal);
      if (!refused) return 'invited';
      if (refused.code === 'already_in_channel') return 'was-in';
      throw refused;
    },
    remove: async (id, user) => {
      const refused = await ask('conversations.kick', { channel: id, user }).then(nothing, refusal);
      if (!refused) return 'removed';
      if (refused.code === 'cant_kick_from_general') return 'general';
      if (refused.code !== 'not_in_channel') throw refused;
      // Slack says the same when it is our app that is not in the channel; then nobody knows whether they are.
      if ((await channel(id))?.isMember) return 'was-out';
      throw refused;
    },
  };
}

const nothing = (): undefined => undefined;

const refusal = (error: unknown): ProviderError => {
  if (error instanceof ProviderError) return error;
  throw error;
};
