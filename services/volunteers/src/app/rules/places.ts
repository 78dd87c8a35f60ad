import type { Handler } from '@guildhall/kernel';
import { type Location, locationOf } from '../../domain/book.ts';
import { changedPlace, type PlaceChange, type PlaceName, withoutPlace, withPlace } from '../../domain/book-places.ts';
import { ruleRefusals } from '../../domain/rule-refusals.ts';
import type { Caller, Scopes } from '../ports.ts';
import { changeBook, type RuleDeps } from './change-book.ts';
import { followPlace } from './follow-place.ts';
import type { Counted } from './roles.ts';

export const listPlacesHandler =
  ({ books, census }: Pick<RuleDeps, 'books' | 'census'>): Handler<void, readonly Counted<Location>[]> =>
  async () => {
    const [{ locations }, counts] = await Promise.all([books.read(), census.byPlace()]);
    return locations.map((place) => ({ ...place, volunteers: counts.get(place.id) ?? 0 }));
  };

export type CreatePlace = Readonly<{ place: PlaceName; caller: Caller }>;

export const createPlaceHandler =
  (deps: RuleDeps): Handler<CreatePlace, Counted<Location>> =>
  async ({ place, caller }) => {
    const { change } = await changeBook(deps, { caller }, (book) => withPlace(book, place, deps.newId));
    return { ...change.place, volunteers: 0 };
  };

export type UpdatePlace = Readonly<{ locationId: string; change: PlaceChange; confirmRemoved: number; caller: Caller }>;

/** Whoever manages this place alone manages it under its new name. */
export const updatePlaceHandler =
  (deps: RuleDeps & Readonly<{ scopes: Scopes }>): Handler<UpdatePlace, Counted<Location>> =>
  async ({ locationId, change, ...asked }) => {
    const before = locationOf(await deps.books.read(), locationId);
    const { book } = await changeBook(deps, asked, (current) => changedPlace(current, locationId, change, deps.newId));
    const place = locationOf(book, locationId);
    if (!place || !before) throw ruleRefusals.locationNotFound();
    await followPlace(deps, book, before, place, asked.caller);
    return { ...place, volunteers: await deps.census.having({ locationId }) };
  };

export type DeletePlace = Readonly<{ locationId: string; caller: Caller }>;

export const deletePlaceHandler =
  (deps: RuleDeps): Handler<DeletePlace> =>
  async ({ locationId, caller }) => {
    await changeBook(deps, { caller }, async (book) =>
      withoutPlace(book, locationId, await deps.census.having({ locationId })),
    );
  };
