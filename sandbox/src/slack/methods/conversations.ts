import { type Method, textOf } from '../method.ts';
import { SlackError } from '../slack-error.ts';
import { bot, type Conversation, team } from '../workspace.ts';

const created = 1_700_000_000;
const mostPerPage = 1_000;

export const list: Method = ({ args, workspace }) => {
  const types = (textOf(args, 'types') || 'public_channel').split(',').map((type) => type.trim());
  const size = Math.min(Number(args.limit ?? 100) || 100, mostPerPage);
  const from = Number(Buffer.from(textOf(args, 'cursor'), 'base64').toString()) || 0;
  const all = types.includes('public_channel')
    ? workspace.channels().filter(({ isArchived }) => !(args.exclude_archived && isArchived))
    : [];
  const next = from + size < all.length ? Buffer.from(String(from + size)).toString('base64') : '';
  return { channels: all.slice(from, from + size).map(published), response_metadata: { next_cursor: next } };
};

export const info: Method = ({ args, workspace }) => {
  const found = workspace.find(textOf(args, 'channel'));
  if (!found) throw new SlackError('channel_not_found');
  return { channel: published(found) };
};

export const join: Method = ({ args, workspace }) => {
  const found = workspace.find(textOf(args, 'channel'));
  if (!found || found.member) throw new SlackError('channel_not_found');
  if (found.isArchived) throw new SlackError('is_archived');
  return { channel: published(found), warning: 'already_in_channel' };
};

/** Opens the direct message with one member; conversations of several people are not simulated. */
export const open: Method = ({ args, workspace }) => {
  const ids = textOf(args, 'users').split(',').filter(Boolean);
  if (ids.length === 0 && args.channel !== undefined) return info({ args, workspace } as Parameters<Method>[0]);
  const [member, another] = ids.map((id) => workspace.member(id.trim()));
  if (!member || another) throw new SlackError(ids.length === 0 ? 'users_list_not_supplied' : 'user_not_found');
  const direct = workspace.direct(member);
  return { channel: args.return_im ? published(direct) : { id: direct.id } };
};

function published({ id, name, isArchived, member }: Conversation) {
  const kept = { id, created, is_archived: isArchived, is_org_shared: false };
  if (member) return { ...kept, is_im: true, user: member.id, priority: 0 };
  const note = { value: '', creator: bot.userId, last_set: 0 };
  return {
    ...kept,
    name,
    name_normalized: name,
    creator: bot.userId,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_shared: false,
    is_general: name === 'general',
    is_member: !isArchived,
    shared_team_ids: [team.id],
    topic: note,
    purpose: note,
  };
}
