import type { OrgDays } from './org-day.ts';
import { dayAfter } from './org-day.ts';

/** Those who may do everything, where no manager's scope reaches. */
export const administrators = '';

/** Everybody who manages is asked whether those whom they manage still need what they have. */
export type Review = Readonly<{
  id: string;
  version: number;
  state: 'preparing' | 'open' | 'closed';
  startedAt: Date;
  /** Empty where the calendar began it. */
  startedBy: string;
  /** The last day. */
  dueOn: string;
  /** How many reminders went out. */
  reminders: number;
}>;

const dueAfterDays = 21;
const reminderDays = [7, 14] as const;

export const newReview = (id: string, startedBy: string, now: Date, days: OrgDays): Review => ({
  id,
  version: 1,
  state: 'preparing',
  startedAt: now,
  startedBy,
  dueOn: dayAfter(days.dayOf(now), dueAfterDays),
  reminders: 0,
});

/** When the review is looked at next. */
export function reviewDueAt({ state, startedAt, dueOn, reminders }: Review, days: OrgDays): Date | undefined {
  if (state === 'preparing') return startedAt;
  if (state === 'closed') return undefined;
  const next = reminderDays[reminders];
  return next === undefined ? days.endOf(dueOn) : days.startOf(dayAfter(days.dayOf(startedAt), next));
}

/** The review one step on: its items are there, somebody was reminded, or its time is over. */
export function stepOn(review: Review): Review {
  const version = review.version + 1;
  if (review.state === 'preparing') return { ...review, version, state: 'open' };
  if (review.reminders < reminderDays.length) return { ...review, version, reminders: review.reminders + 1 };
  return { ...review, version, state: 'closed' };
}

export type ItemState = 'open' | 'certified' | 'revoking' | 'revoked' | 'flagged' | 'ended';

/** One role of one volunteer, to be certified or revoked. */
export type ReviewItem = Readonly<{
  id: string;
  version: number;
  reviewId: string;
  /** The volunteer's own id. */
  volunteerId: string;
  assignmentId: string;
  roleKey: string;
  locationId: string;
  since: string;
  /** Who was asked: persons, or `administrators`. */
  managers: readonly string[];
  state: ItemState;
  decidedBy?: string;
  decidedAt?: Date;
  reason: string;
  /** While it is revoked: when somebody else takes it over, and what it was before. */
  until?: Date;
  was?: 'open' | 'flagged';
}>;

const revokingTakes = 60_000;

export const isUndecided = ({ state }: Pick<ReviewItem, 'state'>): boolean => state === 'open' || state === 'flagged';

type Decision = Readonly<{ by: string; reason: string; now: Date }>;

export const certify = (item: ReviewItem, { by, reason, now }: Decision): ReviewItem => ({
  ...item,
  version: item.version + 1,
  state: 'certified',
  decidedBy: by,
  decidedAt: now,
  reason,
});

/** Nobody certifies it any more; the role is still to be ended. */
export const beginRevoking = (item: ReviewItem, { by, reason, now }: Decision): ReviewItem => ({
  ...item,
  version: item.version + 1,
  state: 'revoking',
  was: item.state === 'flagged' ? 'flagged' : 'open',
  until: new Date(now.getTime() + revokingTakes),
  decidedBy: by,
  decidedAt: now,
  reason,
});

export const finishRevoking = ({ was: _was, until: _until, ...item }: ReviewItem): ReviewItem => ({
  ...item,
  version: item.version + 1,
  state: 'revoked',
});

/** The role could not be ended: somebody has to decide anew. */
export function giveUpRevoking(item: ReviewItem): ReviewItem {
  const { was = 'open', until: _until, decidedBy: _by, decidedAt: _at, ...rest } = item;
  return { ...rest, version: item.version + 1, state: was, reason: '' };
}

/** Nobody said in time whether it is still needed. */
export const flag = (item: ReviewItem): ReviewItem =>
  item.state === 'open' ? { ...item, version: item.version + 1, state: 'flagged' } : item;

/** The role was over before anybody decided. */
export const endItem = (item: ReviewItem): ReviewItem =>
  isUndecided(item) ? { ...item, version: item.version + 1, state: 'ended' } : item;
