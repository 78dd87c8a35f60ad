import { type Call, type Method, textOf } from '../method.ts';
import { SlackError } from '../slack-error.ts';
import type { Conversation } from '../conversations.ts';
import type { Member } from '../people.ts';
import { bot, type Workspace } from '../workspace.ts';
import { archived, joinedBy, leftBy, made } from '../changes.ts';
import { published } from './conversations.ts';
import { found } from './found.ts';
import { pageOf } from './page.ts';

const longestName = 80;
const mostInvited = 100;

export const create: Method = (call) => {
  const { args, workspace } = call;
  const name = textOf(args, 'name');
  if (name === '') throw new SlackError('invalid_name_required');
  if (name.length > longestName) throw new SlackError('invalid_name_maxlength');
  if (!/^[a-z0-9_-]+$/.test(name)) throw new SlackError('invalid_name_specials');
  if (workspace.find(`#${name}`)) throw new SlackError('name_taken');
  return { channel: published(made(call, name, args.is_private === true), workspace) };
};

/** Asks members in: all of them, or nobody. */
export const invite: Method = (call) => {
  const { args, workspace } = call;
  const channel = openFor({ args, workspace });
  const ids = textOf(args, 'users').split(',').filter(Boolean);
  if (ids.length === 0) throw new SlackError('no_user');
  if (ids.length > mostInvited) throw new SlackError('too_many_users');
  const members = ids.map((id) => person(workspace, id.trim(), 'cant_invite_self'));
  if (members.some(({ id }) => workspace.isIn(channel, id))) throw new SlackError('already_in_channel');
  for (const member of members) assertMayJoin(workspace, member);
  for (const { id } of members) joinedBy(call, channel, id, bot.userId);
  return { channel: published(channel, workspace) };
};

export const kick: Method = (call) => {
  const { args, workspace } = call;
  const channel = openFor({ args, workspace });
  const { id } = person(workspace, textOf(args, 'user'), 'cant_kick_self');
  if (channel.name === 'general') throw new SlackError('cant_kick_from_general');
  if (!workspace.isIn(channel, id)) throw new SlackError('not_in_channel');
  leftBy(call, channel, id);
  return {};
};

/** The bot itself goes; it can join again where the channel is public. */
export const leave: Method = (call) => {
  const { args, workspace } = call;
  const channel = found({ args, workspace });
  if (channel.member) throw new SlackError('method_not_supported_for_channel_type');
  if (channel.isArchived) throw new SlackError('is_archived');
  if (channel.name === 'general') throw new SlackError('cant_leave_general');
  if (!workspace.isIn(channel, bot.userId)) return { not_in_channel: true };
  leftBy(call, channel, bot.userId);
  return {};
};

export const members: Method = ({ args, workspace }) => {
  const channel = found({ args, workspace });
  const all = [bot.userId, ...workspace.members().map(({ id }) => id)].filter((id) => workspace.isIn(channel, id));
  const { page, next } = pageOf(all, args);
  return { members: page, response_metadata: { next_cursor: next } };
};

export const archive: Method = (call) => {
  const channel = found(call);
  if (channel.member) throw new SlackError('method_not_supported_for_channel_type');
  if (channel.name === 'general') throw new SlackError('cant_archive_general');
  if (channel.isArchived) throw new SlackError('already_archived');
  archived(call, channel);
  return {};
};

/** A channel whose members the bot may change: it is one of them. */
function openFor(call: Pick<Call, 'args' | 'workspace'>): Conversation {
  const channel = found(call);
  if (channel.member) throw new SlackError('method_not_supported_for_channel_type');
  if (channel.isArchived) throw new SlackError('is_archived');
  if (!call.workspace.isIn(channel, bot.userId)) throw new SlackError('not_in_channel');
  return channel;
}

function assertMayJoin(workspace: Workspace, { id, isDeleted, guest }: Member): void {
  if (isDeleted) throw new SlackError('cant_invite');
  const isIn = guest === 'single' && workspace.channels().some((channel) => workspace.isIn(channel, id));
  if (isIn) throw new SlackError('ura_max_channels');
}

function person(workspace: Workspace, id: string, itself: string): Member {
  if (id === bot.userId) throw new SlackError(itself);
  const member = workspace.member(id);
  if (!member) throw new SlackError('user_not_found');
  return member;
}
