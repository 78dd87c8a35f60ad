import { nonsense } from './http-failure.ts';
import { about, type ProviderError } from './provider-error.ts';
import type { SlackChannel, SlackConnection, SlackUser } from './slack-membership.ts';

type Fields = Readonly<Record<string, unknown>>;

const ID = /^[A-Z0-9]{2,64}$/;
const LONGEST = 1_000;
/** Slack's own helper, which it does not call a bot. */
const SLACKBOT = 'USLACKBOT';

/** An answer that Slack never would give. */
export const strange = (): ProviderError => about(nonsense('Slack'), 'call');

const fieldsOf = (value: unknown): Fields => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw strange();
  return value as Fields;
};
const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST) : '');

export function idOf(value: unknown): string {
  if (typeof value !== 'string' || !ID.test(value)) throw strange();
  return value;
}

/** A list of an answer, each element read. Rejects nonsense: half a list would look like people who are gone. */
export function listOf<T>(value: unknown, read: (one: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw strange();
  return value.map(read);
}

export function userOf(value: unknown): SlackUser {
  const { id, name, real_name, deleted, is_bot, is_restricted, is_ultra_restricted, profile } = fieldsOf(value);
  const { email, real_name: realName } = (profile ?? {}) as Fields;
  const userId = idOf(id);
  return {
    id: userId,
    email: textOf(email).trim().toLowerCase(),
    name: textOf(name),
    realName: textOf(real_name) || textOf(realName),
    deleted: deleted === true,
    isBot: is_bot === true || userId === SLACKBOT,
    isGuest: is_restricted === true || is_ultra_restricted === true,
  };
}

export function channelOf(value: unknown): SlackChannel {
  const { id, name, is_private, is_group, is_archived, is_member } = fieldsOf(value);
  return {
    id: idOf(id),
    name: textOf(name),
    isPrivate: is_private === true || (is_private === undefined && is_group === true),
    isArchived: is_archived === true,
    isMember: is_member === true,
  };
}

export function connectionOf(value: unknown): SlackConnection {
  const { team_id, team, user_id, response_metadata } = fieldsOf(value);
  const { scopes } = (response_metadata ?? {}) as Fields;
  const isText = (one: unknown): one is string => typeof one === 'string' && one !== '';
  return {
    teamId: idOf(team_id),
    team: textOf(team),
    userId: idOf(user_id),
    scopes: Array.isArray(scopes) ? scopes.filter(isText) : [],
  };
}

/** The cursor of the page after this one; undefined after the last. */
export function nextOf(value: unknown): string | undefined {
  const { response_metadata } = fieldsOf(value);
  const { next_cursor } = (response_metadata ?? {}) as Fields;
  return typeof next_cursor === 'string' && next_cursor !== '' ? next_cursor : undefined;
}
