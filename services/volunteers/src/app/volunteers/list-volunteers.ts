import { AppError, type Handler } from '@guildhall/kernel';
import { locationOf, isSameName, type Book } from '../../domain/book.ts';
import { reaches } from '../../domain/scope.ts';
import type { Status, Volunteer } from '../../domain/volunteer.ts';
import type { Books, Caller, Scopes } from '../ports.ts';
import { authorityOf } from './authority.ts';

/** What is empty is any. */
export type ListFilter = Readonly<{
  status: Status | '' | 'all';
  state: string;
  area: string;
  district: string;
  branch: string;
  role: string;
  q: string;
}>;

export type ListVolunteers = Readonly<{ filter: ListFilter; pageSize: number; cursor: string; caller: Caller }>;

/** Where a page begins: after this one. */
export type Position = Readonly<{ sortName: string; id: string }>;

export type Selection = Readonly<{
  statuses: readonly Status[];
  state: string;
  role: string;
  q: string;
  /** Any of these places; any at all when absent. */
  locationIds?: readonly string[];
}>;

export type Page = Readonly<{ volunteers: readonly Volunteer[]; next?: Position }>;

export interface VolunteerPages {
  page(selection: Selection, limit: number, after: Position | undefined): Promise<Page>;
}

export type VolunteerList = Readonly<{ volunteers: readonly Volunteer[]; nextCursor: string }>;

type Deps = Readonly<{ pages: VolunteerPages; books: Books; scopes: Scopes }>;

const usual = 50;

/** A page of volunteers by name, as far as the caller's scope reaches. */
export const listVolunteersHandler =
  (deps: Deps): Handler<ListVolunteers, VolunteerList> =>
  async ({ filter, pageSize, cursor, caller }) => {
    const after = cursor === '' ? undefined : positionOf(cursor);
    const selection = await selectionFor(deps, filter, caller);
    const { volunteers, next } = await deps.pages.page(selection, pageSize || usual, after);
    return { volunteers, nextCursor: next ? cursorOf(next) : '' };
  };

/** The filter in terms of what is stored, within the scope of the caller. */
export async function selectionFor(
  { books, scopes }: Pick<Deps, 'books' | 'scopes'>,
  filter: ListFilter,
  caller: Caller,
): Promise<Selection> {
  const { status, state, role, q } = filter;
  const { scope } = await authorityOf(scopes, caller);
  const book = await books.read();
  const isAnywhere = scope === undefined && filter.area + filter.district + filter.branch === '';
  const within = book.locations.filter((place) => reaches(scope, place) && isMeant(book, filter, place.id));
  return {
    statuses: status === 'all' ? ['active', 'leaving', 'left'] : status === '' ? ['active', 'leaving'] : [status],
    state,
    role,
    q: q.trim(),
    ...(!isAnywhere && { locationIds: within.map(({ id }) => id) }),
  };
}

function isMeant(book: Book, filter: ListFilter, locationId: string): boolean {
  const place = locationOf(book, locationId);
  return (
    place !== undefined &&
    (['area', 'district', 'branch'] as const).every(
      (part) => filter[part] === '' || isSameName(filter[part], place[part]),
    )
  );
}

const cursorOf = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url');

function positionOf(cursor: string): Position {
  try {
    const { sortName, id } = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Partial<Position>;
    if (typeof sortName === 'string' && typeof id === 'string') return { sortName, id };
  } catch {
    // It is refused below.
  }
  throw new AppError('malformed', 'volunteers.bad_cursor', 'The cursor is not one of ours.', {
    errors: [{ pointer: '/cursor', detail: 'must be the nextCursor of the page before' }],
  });
}
