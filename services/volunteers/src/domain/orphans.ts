import { counts, isOpen } from './assignment.ts';
import { type Book, type Channel, channelNameOf, isWithin, locationOf, roleOf, type Rule } from './book.ts';
import type { Volunteer } from './volunteer.ts';

export type OrphanKind =
  | 'unknown_user'
  | 'no_role'
  | 'inactive_role'
  | 'inactive_location'
  | 'excluded_roles'
  | 'unused_rule'
  | 'unused_channel'
  | 'broken_channel';

/** Something that somebody should look at. */
export type Orphan = Readonly<{
  kind: OrphanKind;
  /** As the organisation writes it; empty where it is about nobody. */
  volunteerId: string;
  name: string;
  subject: string;
}>;

export type Finding = Readonly<{ kind: OrphanKind; subject: string }>;

const isBroken = ({ state }: Channel): boolean => state !== 'ok' && state !== 'unknown';

/** What is odd about somebody who is here. */
export function oddities(
  { assignments }: Pick<Volunteer, 'assignments'>,
  book: Book,
  today: string,
): readonly Finding[] {
  const active = assignments.filter((one) => counts(one, today));
  if (!assignments.some((one) => isOpen(one, today))) return [{ kind: 'no_role', subject: '' }];
  const roles = new Set(active.map(({ roleKey }) => roleKey));
  const inactiveRoles = [...roles].filter((key) => roleOf(book, key)?.active !== true);
  const places = [...new Set(active.map(({ locationId }) => locationId))];
  const inactivePlaces = places.filter((id) => locationOf(book, id)?.active !== true);
  const excluded = book.exclusions.filter((one) => one.roles.every((key) => roles.has(key)));
  return [
    ...inactiveRoles.map((subject): Finding => ({ kind: 'inactive_role', subject })),
    ...inactivePlaces.map((id): Finding => ({ kind: 'inactive_location', subject: placeName(book, id) })),
    ...excluded.map((one): Finding => ({ kind: 'excluded_roles', subject: one.roles.join(' + ') })),
  ];
}

const placeName = (book: Book, id: string): string => {
  const place = locationOf(book, id);
  return place ? `${place.area}/${place.district}/${place.branch}` : id;
};

/** Which roles somebody has, and where. */
export type Held = Readonly<{ roleKey: string; locationId: string }>;

/** Rules that reach nobody, channels that no rule names, and channels that cannot be used. */
export function oddRules(book: Book, held: readonly Held[]): readonly Finding[] {
  const reaches = (rule: Rule): boolean =>
    held.some(({ roleKey, locationId }) => {
      const place = locationOf(book, locationId);
      return roleKey === rule.roleKey && place !== undefined && isWithin(place, rule.where);
    });
  const unused = book.rules.filter((rule) => !reaches(rule));
  const nameless = book.channels.filter((channel) => !book.rules.some((rule) => names(rule, channel, book)));
  return [
    ...unused.map((rule): Finding => ({ kind: 'unused_rule', subject: `${rule.roleKey} → ${targetOf(rule, book)}` })),
    ...nameless.map(({ name }): Finding => ({ kind: 'unused_channel', subject: name })),
    ...book.channels
      .filter(isBroken)
      .map(({ name, state }): Finding => ({ kind: 'broken_channel', subject: `${name}: ${state}` })),
  ];
}

const names = (rule: Rule, channel: Channel, book: Book): boolean =>
  'channelId' in rule
    ? rule.channelId === channel.id
    : channel.system === 'slack' &&
      book.locations.some(
        (place) => isWithin(place, rule.where) && channelNameOf(rule.template, place) === channel.name,
      );

const targetOf = (rule: Rule, book: Book): string =>
  'channelId' in rule ? (book.channels.find(({ id }) => id === rule.channelId)?.name ?? rule.channelId) : rule.template;
