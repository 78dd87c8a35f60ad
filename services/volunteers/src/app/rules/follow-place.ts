import type { Clock } from '@guildhall/kernel';
import type { Book, Location } from '../../domain/book.ts';
import { followedWhere } from '../../domain/book-places.ts';
import type { Caller, Scopes } from '../ports.ts';
import { limitsInWords, setLimits } from './set-limits.ts';

type Deps = Readonly<{ scopes: Scopes; clock: Clock }>;

/** Limits to a place that has another name now are limits to it under that name. */
export async function followPlace(
  deps: Deps,
  { locations }: Book,
  before: Location,
  after: Location,
  caller: Caller,
): Promise<void> {
  const others = locations.filter(({ id }) => id !== after.id);
  for (const { personId, scopes } of await deps.scopes.all()) {
    const followed = scopes.map((where) => followedWhere(where, before, after, others));
    if (limitsInWords(followed) !== limitsInWords(scopes)) await setLimits(deps, personId, scopes, followed, caller);
  }
}
