import { type Book, locationOf } from '../../domain/book.ts';
import type { Opportunity } from '../../domain/opportunity.ts';
import { reaches } from '../../domain/scope.ts';
import { activityRefusals } from '../../domain/activity-refusals.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Books, Caller, Scopes } from '../ports.ts';
import { type Authority, authorityOf } from '../volunteers/authority.ts';
import type { Opportunities, Shifts } from './ports.ts';

export type PlaceDeps = Readonly<{ opportunities: Opportunities; shifts: Shifts; books: Books; scopes: Scopes }>;

export type Seen = Readonly<{ opportunity: Opportunity; book: Book; authority: Authority }>;

export function isWithinScope({ scope }: Pick<Authority, 'scope'>, book: Book, locationId: string): boolean {
  const place = locationOf(book, locationId);
  return scope === undefined || (place !== undefined && reaches(scope, place));
}

/** An opportunity within the caller's scope. */
export async function seenOpportunity(deps: PlaceDeps, id: string, caller: Caller): Promise<Seen> {
  const authority = await authorityOf(deps.scopes, caller);
  const book = await deps.books.read();
  const opportunity = await deps.opportunities.find(id);
  if (!opportunity || !isWithinScope(authority, book, opportunity.locationId)) {
    throw activityRefusals.opportunityNotFound();
  }
  return { opportunity, book, authority };
}

/** A shift of an opportunity within the caller's scope. */
export async function seenShift(
  deps: PlaceDeps,
  id: string,
  caller: Caller,
): Promise<Seen & Readonly<{ shift: Shift }>> {
  const shift = await deps.shifts.find(id);
  if (!shift) throw activityRefusals.shiftNotFound();
  return { shift, ...(await seenOpportunity(deps, shift.opportunityId, caller)) };
}

/** `haifa/north/technion`. */
export function placeName(book: Book, locationId: string): string {
  const { area, district, branch } = locationOf(book, locationId) ?? {};
  return [area, district, branch].filter(Boolean).join('/');
}
