import type { Audited } from '../../domain/audit.ts';
import type { ItemState, Review, ReviewItem } from '../../domain/review.ts';

export interface Reviews {
  find(id: string): Promise<Review | undefined>;
  /** The latest first. */
  latest(limit: number): Promise<readonly Review[]>;
  save(review: Review, said: readonly Audited[]): Promise<void>;
}

export type ItemSelection = Readonly<{
  reviewId: string;
  state: ItemState | '';
  /** Asked of this manager. */
  manager?: string;
  /** At any of these places; any at all when absent. */
  locationIds?: readonly string[];
}>;

export type ItemCounts = Readonly<Record<ItemState, number>>;

export interface ReviewItems {
  find(id: string): Promise<ReviewItem | undefined>;
  /** Those that are there already stay as they are. */
  add(items: readonly ReviewItem[]): Promise<void>;
  /** By their ids, from one on. */
  page(selection: ItemSelection, limit: number, after: string): Promise<readonly ReviewItem[]>;
  counts(reviewId: string): Promise<ItemCounts>;
  /** How many each manager was asked about, and how many of them wait. */
  progress(reviewId: string): Promise<readonly Progress[]>;
  undecidedOf(assignmentId: string): Promise<readonly ReviewItem[]>;
  save(item: ReviewItem, said: readonly Audited[]): Promise<void>;
}

export type Progress = Readonly<{ manager: string; total: number; undecided: number }>;
