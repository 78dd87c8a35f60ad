import { counts } from '../../domain/assignment.ts';
import { type Book, locationOf } from '../../domain/book.ts';
import { administrators, type Review, type ReviewItem } from '../../domain/review.ts';
import { reaches } from '../../domain/scope.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Manager, Scopes } from '../ports.ts';
import type { Position, VolunteerPages } from '../volunteers/list-volunteers.ts';
import { groundOf, type Grounds } from '../volunteers/storing.ts';
import { todayOf } from '../../domain/ground.ts';
import type { ReviewItems } from './ports.ts';

export type PrepareDeps = Grounds & Readonly<{ items: ReviewItems; pages: VolunteerPages; scopes: Scopes }>;

const atOnce = 500;

/** An item for each role that counts today. Done twice, it adds nothing. */
export async function prepareItems(deps: PrepareDeps, review: Review): Promise<void> {
  const ground = await groundOf(deps);
  const today = todayOf(ground);
  const managers = await deps.scopes.all();
  let after: Position | undefined;
  do {
    const selection = { statuses: ['active', 'leaving'] as const, state: '', role: '', q: '' };
    const page = await deps.pages.page(selection, atOnce, after);
    await deps.items.add(page.volunteers.flatMap((one) => itemsOf(review, one, ground.book, managers, today)));
    after = page.next;
  } while (after);
}

const itemsOf = (
  review: Review,
  volunteer: Volunteer,
  book: Book,
  managers: readonly Manager[],
  today: string,
): readonly ReviewItem[] =>
  volunteer.assignments
    .filter((assignment) => counts(assignment, today))
    .map(({ id: assignmentId, roleKey, locationId, from }) => ({
      id: `${review.id}-${assignmentId}`,
      version: 1,
      reviewId: review.id,
      volunteerId: volunteer.id,
      assignmentId,
      roleKey,
      locationId,
      since: from,
      managers: askedAbout(volunteer, locationId, book, managers),
      state: 'open',
      reason: '',
    }));

/** Whose scope reaches the place, but nobody about themselves. */
function askedAbout(
  { personId }: Volunteer,
  locationId: string,
  book: Book,
  managers: readonly Manager[],
): readonly string[] {
  const place = locationOf(book, locationId);
  const found = managers
    .filter((manager) => manager.personId !== personId && place !== undefined && reaches(manager.scopes, place))
    .map((manager) => manager.personId);
  return found.length > 0 ? found : [administrators];
}
