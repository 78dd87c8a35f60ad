import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { ItemCounts } from '../../app/reviews/ports.ts';
import type { ManagerProgress, NamedItem } from '../../app/reviews/read-reviews.ts';
import type { Application } from '../../domain/application.ts';
import { type Book, locationOf, roleOf } from '../../domain/book.ts';
import type { Review } from '../../domain/review.ts';

function placeOf(book: Book, locationId: string) {
  const { area = '', district = '', branch = '' } = locationOf(book, locationId) ?? {};
  return { area, district, branch };
}

/** While somebody approves it, it waits as far as others know. */
export const publicState = (state: Application['state']): string => (state === 'approving' ? 'waiting' : state);

export function applicationToProto(application: Application, book: Book, isVolunteer = false) {
  const { id: applicationId, confirmedAt, decidedAt, decidedBy = '' } = application;
  const { firstName, lastName, email, phone, wish, reason, volunteerId, privacyNoticeVersion } = application;
  const fields = { firstName, lastName, email, phone, wish, reason, volunteerId, privacyNoticeVersion, decidedBy };
  return {
    applicationId,
    ...fields,
    ...placeOf(book, application.locationId),
    state: publicState(application.state),
    appliedAt: timestampFromDate(application.appliedAt),
    ...(confirmedAt && { confirmedAt: timestampFromDate(confirmedAt) }),
    ...(decidedAt && { decidedAt: timestampFromDate(decidedAt) }),
    alreadyVolunteer: isVolunteer,
  };
}

type ShownReview = Readonly<{ review: Review; counts?: ItemCounts; progress?: readonly ManagerProgress[] }>;

const noItems: ItemCounts = { open: 0, certified: 0, revoking: 0, revoked: 0, flagged: 0, ended: 0 };

export function reviewToProto({ review, counts = noItems, progress = [] }: ShownReview) {
  const { id: reviewId, state, startedAt, startedBy, dueOn } = review;
  const fields = { state, startedBy, dueOn };
  return {
    reviewId,
    ...fields,
    startedAt: timestampFromDate(startedAt),
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    certified: counts.certified,
    revoked: counts.revoked + counts.revoking,
    flagged: counts.flagged,
    open: counts.open,
    progress: progress.map(({ manager, name, total, undecided }) => ({
      personId: manager,
      name,
      total,
      decided: total - undecided,
    })),
  };
}

export function itemToProto({ item, volunteer, name }: NamedItem, book: Book) {
  const { id: itemId, reviewId, roleKey: role, since, state, decidedBy = '', decidedAt, reason } = item;
  const fields = { itemId, reviewId, name, role, since, decidedBy, reason };
  return {
    ...fields,
    volunteerId: volunteer?.volunteerId ?? '',
    roleLabel: roleOf(book, role)?.label ?? role,
    ...placeOf(book, item.locationId),
    state: state === 'revoking' ? 'revoked' : state,
    ...(decidedAt && { decidedAt: timestampFromDate(decidedAt) }),
  };
}
