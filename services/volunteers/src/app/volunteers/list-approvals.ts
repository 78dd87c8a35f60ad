import type { Handler } from '@guildhall/kernel';
import type { Assignment } from '../../domain/assignment.ts';
import { locationOf } from '../../domain/book.ts';
import { decidesAt } from '../../domain/scope.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Books, Caller, Scopes } from '../ports.ts';
import { authorityOf } from './authority.ts';

export type Approval = Readonly<{ volunteer: Volunteer; assignment: Assignment }>;

export interface PendingVolunteers {
  /** Who has a role that waits for approval. */
  pending(): Promise<readonly Volunteer[]>;
}

type Deps = Readonly<{ pendingVolunteers: PendingVolunteers; books: Books; scopes: Scopes }>;

/** The roles that this caller may decide about, the longest waiting first. */
export const listApprovalsHandler =
  ({ pendingVolunteers, books, scopes }: Deps): Handler<Caller, readonly Approval[]> =>
  async (caller) => {
    const { scope, personId } = await authorityOf(scopes, caller);
    const book = await books.read();
    const mayDecide = ({ locationId, approval }: Assignment): boolean => {
      const place = locationOf(book, locationId);
      return place !== undefined && decidesAt(scope, place) && approval?.requestedBy !== personId;
    };
    const found = await pendingVolunteers.pending();
    return found
      .flatMap((volunteer) => volunteer.assignments.map((assignment) => ({ volunteer, assignment })))
      .filter(({ assignment }) => assignment.approval?.state === 'pending' && !assignment.endedAt)
      .filter(({ assignment }) => mayDecide(assignment))
      .toSorted((a, b) => askedAt(a.assignment) - askedAt(b.assignment));
  };

const askedAt = ({ approval }: Assignment): number => approval?.requestedAt.getTime() ?? 0;
