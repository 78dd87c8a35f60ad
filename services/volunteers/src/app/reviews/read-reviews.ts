import type { Handler } from '@guildhall/kernel';
import type { ItemState, Review, ReviewItem } from '../../domain/review.ts';
import { governanceRefusals } from '../../domain/governance-refusals.ts';
import { reaches } from '../../domain/scope.ts';
import type { Books, Caller, People, Scopes, Volunteers } from '../ports.ts';
import { nameOf, type Volunteer } from '../../domain/volunteer.ts';
import { authorityOf } from '../volunteers/authority.ts';
import type { ItemCounts, Progress, ReviewItems, Reviews } from './ports.ts';

export type CountedReview = Readonly<{ review: Review; counts: ItemCounts }>;
export type ManagerProgress = Progress & Readonly<{ name: string }>;

type Deps = Readonly<{
  reviews: Reviews;
  items: ReviewItems;
  volunteers: Volunteers;
  people: Pick<People, 'namesOf'>;
  books: Books;
  scopes: Scopes;
}>;

const shown = 12;

export const listReviewsHandler =
  ({ reviews, items }: Pick<Deps, 'reviews' | 'items'>): Handler<void, readonly CountedReview[]> =>
  async () => {
    const latest = await reviews.latest(shown);
    return Promise.all(latest.map(async (review) => ({ review, counts: await items.counts(review.id) })));
  };

export type GetReview = Readonly<{ reviewId: string; caller: Caller }>;

/** One review with how far its managers are; a scoped one learns of their own list only. */
export const getReviewHandler =
  (deps: Deps): Handler<GetReview, CountedReview & Readonly<{ progress: readonly ManagerProgress[] }>> =>
  async ({ reviewId, caller }) => {
    const review = await reviewNamed(deps.reviews, reviewId);
    const { scope, personId } = await authorityOf(deps.scopes, caller);
    const all = await deps.items.progress(reviewId);
    const seen = all.filter(({ manager }) => scope === undefined || manager === personId);
    const names = await deps.people.namesOf(seen.map(({ manager }) => manager));
    const progress = seen.map((one) => ({ ...one, name: names.get(one.manager) ?? '' }));
    return { review, counts: await deps.items.counts(reviewId), progress };
  };

async function reviewNamed(reviews: Reviews, id: string): Promise<Review> {
  const review = await reviews.find(id);
  if (!review) throw governanceRefusals.reviewNotFound();
  return review;
}

export type ListItems = Readonly<{
  reviewId: string;
  state: ItemState | '';
  isMine: boolean;
  pageSize: number;
  cursor: string;
  caller: Caller;
}>;

export type NamedItem = Readonly<{ item: ReviewItem; volunteer?: Volunteer; name: string }>;
export type ItemList = Readonly<{ items: readonly NamedItem[]; nextCursor: string }>;

const usual = 100;

export const listItemsHandler =
  (deps: Deps): Handler<ListItems, ItemList> =>
  async ({ reviewId, state, isMine, pageSize, cursor, caller }) => {
    await reviewNamed(deps.reviews, reviewId);
    const { scope, personId } = await authorityOf(deps.scopes, caller);
    const { locations } = await deps.books.read();
    const within = locations.filter((place) => reaches(scope, place)).map(({ id }) => id);
    const selection = {
      reviewId,
      state,
      ...(isMine && { manager: scope === undefined ? '' : personId }),
      ...(scope !== undefined && { locationIds: within }),
    };
    const limit = pageSize || usual;
    const found = await deps.items.page(selection, limit + 1, cursor);
    const items = await named(deps.volunteers, found.slice(0, limit));
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.item.id ?? '') : '' };
  };

const named = (volunteers: Volunteers, items: readonly ReviewItem[]): Promise<readonly NamedItem[]> =>
  Promise.all(items.map((item) => withName(volunteers, item)));

export async function withName(volunteers: Volunteers, item: ReviewItem): Promise<NamedItem> {
  const volunteer = await volunteers.find(item.volunteerId);
  return { item, ...(volunteer && { volunteer }), name: volunteer ? nameOf(volunteer) : '' };
}
