import type { FieldError } from '@guildhall/kernel';
import type { Assignment } from '../../domain/assignment.ts';
import { type Book, isSameName, type Location, placeNamed, type Role, roleOf } from '../../domain/book.ts';
import { unknown } from '../../domain/nearest.ts';
import { isDay } from '../../domain/org-day.ts';
import { refusals } from '../../domain/refusals.ts';

export type Place = Pick<Location, 'area' | 'district' | 'branch'>;

export type AssignmentInput = Place & Readonly<{ role: string; from: string; to: string }>;

/** The place with this name. Throws `unknown_location` that names the part which is wrong, and what is alike. */
export function resolvePlace(book: Book, given: Place, pointer: string, mayBeInactive = false): Location {
  const locations = book.locations.filter(({ active }) => active || mayBeInactive);
  const found = placeNamed({ locations }, given);
  if (found) return found;
  throw refusals.unknownLocation([placeFault(locations, given, pointer)]);
}

/** Goes from the area inwards: the first part that no place has is the one that is wrong. */
function placeFault(locations: readonly Location[], given: Place, pointer: string): FieldError {
  let left = locations;
  for (const part of ['area', 'district', 'branch'] as const) {
    const within = left.filter((location) => isSameName(location[part], given[part]));
    if (within.length === 0) {
      const names = left.map((location) => location[part]);
      return { pointer: `${pointer}/${part}`, detail: unknown(given[part], names) };
    }
    left = within;
  }
  return { pointer: `${pointer}/branch`, detail: 'is not known there' };
}

/** Throws `unknown_role` with what is alike; a role that is not given any more is none. */
export function resolveRole(book: Book, key: string, pointer: string): Role {
  const active = book.roles.filter((role) => role.active);
  const wanted = key.trim();
  const found = roleOf({ ...book, roles: active }, wanted) ?? active.find(({ label }) => isSameName(label, wanted));
  if (found) return found;
  const keys = active.map((role) => role.key);
  throw refusals.unknownRole([{ pointer: `${pointer}/role`, detail: unknown(wanted, keys) }]);
}

/** The days from and to of an assignment. Throws for one that there is not, or an end before the beginning. */
export function resolveDays(given: Pick<AssignmentInput, 'from' | 'to'>, today: string, pointer: string) {
  const from = given.from || today;
  if (!isDay(from)) throw refusals.badDate(`${pointer}/from`);
  if (given.to !== '' && !isDay(given.to)) throw refusals.badDate(`${pointer}/to`);
  if (given.to !== '' && given.to < from) throw refusals.field(`${pointer}/to`, 'must not be before the first day');
  return { from, ...(given.to !== '' && { to: given.to }) };
}

/** Nobody may have two roles that exclude each other. */
export function refuseExcluded(book: Book, held: readonly Pick<Assignment, 'roleKey'>[], pointer: string): void {
  const keys = held.map(({ roleKey }) => roleKey);
  for (const { roles, reason } of book.exclusions) {
    if (!roles.every((key) => keys.includes(key))) continue;
    const why = reason === '' ? '' : `: ${reason}`;
    throw refusals.excludedRoles(pointer, `"${roles[0]}" and "${roles[1]}" exclude each other${why}`);
  }
}
