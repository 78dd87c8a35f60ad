import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { Reviews } from '../../app/reviews/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { OrgDays } from '../../domain/org-day.ts';
import { type Review, reviewDueAt } from '../../domain/review.ts';

export const reviewCollection = 'reviews';

export type ReviewState = Omit<Review, 'id' | 'version'>;

export const reviewIndexes: readonly IndexSpec[] = [
  // The latest.
  { name: 'by_start', keys: { 'state.startedAt': -1 } },
];

type Deps = Readonly<{
  reviews: Aggregates<ReviewState>;
  toMessages: (said: Audited) => readonly Envelope[];
  days: OrgDays;
}>;

export const reviewRepository = ({ reviews, toMessages, days }: Deps): Reviews => ({
  find: async (id) => {
    const found = await reviews.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  latest: async (limit) => {
    const query = reviews.model.find({}, { version: 1, state: 1 }).sort({ 'state.startedAt': -1 }).limit(limit);
    const found = await query.lean<Stored<ReviewState>[]>();
    return found.map(({ _id, version, state }) => ({ ...state, id: _id, version }));
  },
  save: async (review, said) => {
    const { id, version, ...state } = review;
    await reviews.save({ id, version, state, messages: said.flatMap(toMessages), dueAt: reviewDueAt(review, days) });
  },
});
