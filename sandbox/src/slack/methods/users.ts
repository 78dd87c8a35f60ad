import { createHash } from 'node:crypto';
import { type Method, textOf } from '../method.ts';
import { SlackError } from '../slack-error.ts';
import type { Member } from '../people.ts';
import { bot, team } from '../workspace.ts';
import { pageOf } from './page.ts';

export const lookupByEmail: Method = ({ args, workspace }) => {
  const member = workspace.memberByEmail(textOf(args, 'email'));
  if (!member) throw new SlackError('users_not_found');
  return { user: published(member) };
};

export const info: Method = ({ args, workspace }) => {
  const member = workspace.member(textOf(args, 'user'));
  if (!member) throw new SlackError('user_not_found');
  return { user: published(member) };
};

export const list: Method = ({ args, workspace }) => {
  const { page, next } = pageOf([itself, ...workspace.members()], args);
  return { members: page.map(published), cache_ts: 1_700_000_000, response_metadata: { next_cursor: next } };
};

const itself: Member = { id: bot.userId, name: bot.name, email: 'bot@guildhall.example', isBot: true };

/** Somebody as Slack's answers and events have them. */
export function published({ id, name, email, realName: given, isDeleted = false, isBot = false, guest }: Member) {
  const words = name.split(/[._-]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  const realName = given ?? words.join(' ');
  return {
    id,
    team_id: team.id,
    name,
    real_name: realName,
    deleted: isDeleted,
    is_bot: isBot,
    is_app_user: false,
    ...(guest && { is_restricted: true, is_ultra_restricted: guest === 'single' }),
    updated: 1_700_000_000,
    tz: 'Europe/London',
    profile: {
      avatar_hash: createHash('sha256').update(email).digest('hex').slice(0, 12),
      real_name: realName,
      real_name_normalized: realName,
      display_name: name,
      display_name_normalized: name,
      email,
      team: team.id,
    },
  };
}
