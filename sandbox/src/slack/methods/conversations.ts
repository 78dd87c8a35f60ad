import { type Method, textOf } from '../method.ts';
import { SlackError } from '../slack-error.ts';
import type { Conversation } from '../conversations.ts';
import { bot, team, type Workspace } from '../workspace.ts';
import { joinedBy } from '../changes.ts';
import { found, isVisible } from './found.ts';
import { pageOf } from './page.ts';

const created = 1_700_000_000;

type Asked = Pick<Parameters<Method>[0], 'args' | 'workspace'>;

export const list: Method = ({ args, workspace }) => paged({ args, workspace }, () => true);

/** The channels that somebody is in, as far as our app sees them. */
export const ofUser: Method = ({ args, workspace }) => {
  const member = workspace.member(textOf(args, 'user'));
  if (!member) throw new SlackError('user_not_found');
  return paged({ args, workspace }, (one) => workspace.isIn(one, member.id));
};

function paged({ args, workspace }: Asked, isMeant: (one: Conversation) => boolean) {
  const types = (textOf(args, 'types') || 'public_channel').split(',').map((type) => type.trim());
  const isAsked = (one: Conversation): boolean =>
    types.includes(one.isPrivate ? 'private_channel' : 'public_channel') &&
    !(args.exclude_archived && one.isArchived) &&
    isVisible(one, workspace);
  const { page, next } = pageOf(workspace.channels().filter(isAsked).filter(isMeant), args);
  return { channels: page.map((one) => published(one, workspace)), response_metadata: { next_cursor: next } };
}

export const info: Method = ({ args, workspace }) => ({ channel: published(found({ args, workspace }), workspace) });

export const join: Method = (call) => {
  const { args, workspace } = call;
  const channel = found({ args, workspace });
  if (channel.member || channel.isPrivate) throw new SlackError('channel_not_found');
  if (channel.isArchived) throw new SlackError('is_archived');
  if (workspace.isIn(channel, bot.userId)) {
    return { channel: published(channel, workspace), warning: 'already_in_channel' };
  }
  joinedBy(call, channel, bot.userId);
  return { channel: published(channel, workspace) };
};

/** Opens the direct message with one member; conversations of several people are not simulated. */
export const open: Method = ({ args, workspace }) => {
  const ids = textOf(args, 'users').split(',').filter(Boolean);
  if (ids.length === 0 && args.channel !== undefined)
    return { channel: published(found({ args, workspace }), workspace) };
  const [member, another] = ids.map((id) => workspace.member(id.trim()));
  if (!member || another) throw new SlackError(ids.length === 0 ? 'users_list_not_supplied' : 'user_not_found');
  const direct = workspace.direct(member);
  return { channel: args.return_im ? published(direct, workspace) : { id: direct.id } };
};

export function published(conversation: Conversation, workspace: Workspace) {
  const { id, name, isArchived, isPrivate = false, member } = conversation;
  const kept = { id, created, is_archived: isArchived, is_org_shared: false };
  if (member) return { ...kept, is_im: true, user: member.id, priority: 0 };
  const note = { value: '', creator: bot.userId, last_set: 0 };
  return {
    ...kept,
    name,
    name_normalized: name,
    creator: bot.userId,
    is_channel: !isPrivate,
    is_group: isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: isPrivate,
    is_shared: false,
    is_general: name === 'general',
    is_member: !isArchived && workspace.isIn(conversation, bot.userId),
    shared_team_ids: [team.id],
    topic: note,
    purpose: note,
  };
}
