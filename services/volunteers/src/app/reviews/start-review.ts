import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { isStale } from '@guildhall/kernel';
import { governanceRefusals } from '../../domain/governance-refusals.ts';
import type { OrgDays } from '../../domain/org-day.ts';
import { newReview, type Review } from '../../domain/review.ts';
import type { Caller } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';
import type { Reviews } from './ports.ts';

type Deps = Readonly<{ reviews: Reviews; clock: Clock; days: OrgDays; newId: NewId; nudge: () => void }>;

const goesOn = async (reviews: Reviews): Promise<boolean> =>
  (await reviews.latest(5)).some(({ state }) => state !== 'closed');

/** Begins a review; its items follow. */
export const startReviewHandler =
  ({ reviews, clock, days, newId, nudge }: Deps): Handler<Caller, Review> =>
  async (caller) => {
    if (await goesOn(reviews)) throw governanceRefusals.reviewOpen();
    const now = clock.now();
    const review = newReview(newId(), caller.principal.personId, now, days);
    await reviews.save(review, [auditedAct(review, now, caller, { action: 'review.started' })]);
    nudge();
    return review;
  };

/** Begins the review of a day, once; none while another one goes on. */
export const startPlannedReview =
  ({ reviews, clock, days, nudge }: Omit<Deps, 'newId'>): Handler<string> =>
  async (day) => {
    if (await goesOn(reviews)) return;
    await reviews.save(newReview(`planned-${day}`, '', clock.now(), days), []).catch((error: unknown) => {
      if (!isStale(error)) throw error;
    });
    nudge();
  };
