import { createHash } from 'node:crypto';
import { type Method, textOf } from '../method.ts';
import { SlackError } from '../slack-error.ts';
import { bot, type Member, team } from '../workspace.ts';
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
  const members = page.map((one) => ({ ...published(one), is_bot: one === itself }));
  return { members, cache_ts: 1_700_000_000, response_metadata: { next_cursor: next } };
};

const itself: Member = { id: bot.userId, name: bot.name, email: 'bot@guildhall.example' };

function published({ id, name, email }: Member) {
  const words = name.split(/[._-]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  const realName = words.join(' ');
  return {
    id,
    team_id: team.id,
    name,
    real_name: realName,
    deleted: false,
    is_bot: false,
    is_app_user: false,
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
