import { type Book, type Location, locationOf, type Role } from '../../domain/book.ts';
import { decidesAt, reaches, type Scope } from '../../domain/scope.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Assignment } from '../../domain/assignment.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Caller, Scopes } from '../ports.ts';

/** What a caller may see and change, as far as it depends on places. */
export type Authority = Readonly<{ scope: Scope; personId: string }>;

export async function authorityOf(scopes: Scopes, { principal }: Caller): Promise<Authority> {
  const isService = principal.kind === 'service';
  return { scope: isService ? undefined : await scopes.of(principal.personId), personId: principal.personId };
}

export function assertReaches({ scope }: Authority, place: Location): void {
  if (!reaches(scope, place)) throw refusals.outOfScope();
}

/** Some role of the volunteer is within the scope; nobody learns that the others exist. */
export function assertSees(authority: Authority, volunteer: Volunteer, book: Book): void {
  if (!sees(authority.scope, volunteer, book)) throw refusals.volunteerNotFound();
}

export function sees(scope: Scope, { assignments }: Pick<Volunteer, 'assignments'>, book: Book): boolean {
  if (scope === undefined) return true;
  return assignments.some(({ locationId }) => {
    const place = locationOf(book, locationId);
    return place !== undefined && reaches(scope, place);
  });
}

/** The approval that an assignment needs when this caller gives it; nothing where none is needed. */
export function approvalFor(
  { scope, personId }: Authority,
  role: Role,
  place: Location,
  at: Date,
): Pick<Assignment, 'approval'> {
  if (!role.needsApproval || decidesAt(scope, place)) return {};
  return { approval: { state: 'pending', requestedBy: personId, requestedAt: at } };
}
