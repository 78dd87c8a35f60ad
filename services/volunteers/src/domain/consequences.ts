import { type Assignment, counts } from './assignment.ts';
import type { Book } from './book.ts';
import { givenBy } from './desired.ts';

type Held = Pick<Assignment, 'roleKey' | 'locationId'>;

/** The ids of the channels that a role gives at a place, looked up once for each. */
type Giving = (held: Held) => ReadonlySet<string>;

/** What two books give, and the roles for which it is not the same. */
export type Difference = Readonly<{
  before: Giving;
  after: Giving;
  /** Roles that give something else somewhere, or a channel that is another now. */
  roleKeys: readonly string[];
  /** Some role gives less at some place. */
  takes: boolean;
}>;

export function differenceOf(before: Book, after: Book): Difference {
  const [was, is] = [givingOf(before), givingOf(after)];
  const isTouched = changedChannels(before, after);
  const places = new Set([...before.locations, ...after.locations].map(({ id }) => id));
  const roleKeys = new Set<string>();
  let takes = false;
  for (const roleKey of new Set([...before.roles, ...after.roles].map(({ key }) => key))) {
    for (const locationId of places) {
      const held = { roleKey, locationId };
      const [isLess, isMore] = [without(was(held), is(held)).length > 0, without(is(held), was(held)).length > 0];
      takes ||= isLess;
      if (isLess || isMore || [...is(held)].some((id) => isTouched.has(id))) roleKeys.add(roleKey);
    }
  }
  return { before: was, after: is, roleKeys: [...roleKeys], takes };
}

/** The accesses that somebody with these roles would get and lose. */
export function changesFor(
  assignments: readonly Assignment[],
  { before, after }: Difference,
  today: string,
): Readonly<{ granted: readonly string[]; revoked: readonly string[] }> {
  const held = assignments.filter((one) => counts(one, today));
  const [was, is] = [together(held, before), together(held, after)];
  return { granted: without(is, was), revoked: without(was, is) };
}

const together = (held: readonly Held[], giving: Giving): ReadonlySet<string> =>
  new Set(held.flatMap((one) => [...giving(one)]));

const without = (some: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] =>
  [...some].filter((id) => !others.has(id));

function givingOf(book: Book): Giving {
  const known = new Map<string, ReadonlySet<string>>();
  return (held) => {
    const key = `${held.roleKey} ${held.locationId}`;
    const found = known.get(key) ?? new Set(givenBy(book, held).map(({ id }) => id));
    known.set(key, found);
    return found;
  };
}

function changedChannels(before: Book, after: Book): ReadonlySet<string> {
  const was = new Map(before.channels.map((channel) => [channel.id, channel]));
  return new Set(after.channels.filter((one) => was.has(one.id) && was.get(one.id) !== one).map(({ id }) => id));
}
