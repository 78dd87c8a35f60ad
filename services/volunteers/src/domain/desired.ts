import {
  type Book,
  type Channel,
  channelNameOf,
  channelOf,
  channelOfTemplate,
  isWithin,
  locationOf,
  type Rule,
} from './book.ts';
import { type Assignment, counts } from './assignment.ts';

/** The channels that assignments give on a day, each with the roles by which. */
export function desiredOf(
  book: Book,
  assignments: readonly Assignment[],
  today: string,
): ReadonlyMap<string, readonly string[]> {
  const desired = new Map<string, readonly string[]>();
  for (const assignment of assignments) {
    if (!counts(assignment, today)) continue;
    for (const channel of givenBy(book, assignment)) {
      const because = desired.get(channel.id) ?? [];
      if (!because.includes(assignment.roleKey)) desired.set(channel.id, [...because, assignment.roleKey]);
    }
  }
  return desired;
}

/** The channels that a role gives at a place. */
export function givenBy(
  book: Book,
  { roleKey, locationId }: Pick<Assignment, 'roleKey' | 'locationId'>,
): readonly Channel[] {
  const place = locationOf(book, locationId);
  if (!place) return [];
  const named = (rule: Rule): Channel | undefined =>
    'channelId' in rule
      ? channelOf(book, rule.channelId)
      : channelOfTemplate(book, channelNameOf(rule.template, place));
  return book.rules
    .filter((rule) => rule.roleKey === roleKey && isWithin(place, rule.where))
    .map(named)
    .filter((channel) => channel !== undefined);
}
