import { describe, expect, it } from 'vitest';
import { orgDays } from './org-day.ts';
import {
  beginRevoking,
  certify,
  endItem,
  finishRevoking,
  flag,
  giveUpRevoking,
  newReview,
  type ReviewItem,
  reviewDueAt,
  stepOn,
} from './review.ts';

const days = orgDays('Asia/Jerusalem');
const now = new Date('2026-03-02T08:00:00Z');

const item: ReviewItem = {
  id: 'r1-a1',
  version: 1,
  reviewId: 'r1',
  volunteerId: 'v1',
  assignmentId: 'a1',
  roleKey: 'volunteer',
  locationId: 'l1',
  since: '2026-01-01',
  managers: ['mona'],
  state: 'open',
  reason: '',
};

describe('a review', () => {
  it('is prepared at once, reminds after 7 and 14 days, and closes after the 21st', () => {
    const preparing = newReview('r1', 'root', now, days);
    const open = stepOn(preparing);
    const [once, twice] = [stepOn(open), stepOn(stepOn(open))];
    const closed = stepOn(twice);
    expect([preparing, open, once, twice, closed].map((review) => reviewDueAt(review, days)?.toISOString())).toEqual([
      '2026-03-02T08:00:00.000Z',
      '2026-03-08T22:00:00.000Z',
      '2026-03-15T22:00:00.000Z',
      '2026-03-23T22:00:00.000Z',
      undefined,
    ]);
    expect([preparing.dueOn, open.state, twice.reminders, closed.state]).toEqual(['2026-03-23', 'open', 2, 'closed']);
  });
});

describe('an item', () => {
  const decision = { by: 'mona', reason: 'known', now };

  it('is certified with who said so and why', () => {
    expect(certify(item, decision)).toMatchObject({
      state: 'certified',
      decidedBy: 'mona',
      reason: 'known',
      version: 2,
    });
  });

  it('is revoked once the role is over', () => {
    const revoking = beginRevoking(item, decision);
    expect(revoking.until).toEqual(new Date('2026-03-02T08:01:00Z'));
    const { state, until, was } = finishRevoking(revoking);
    expect([state, until, was]).toEqual(['revoked', undefined, undefined]);
  });

  it('is to be decided anew, as it was before, where the role could not be ended', () => {
    const flagged = flag(item);
    expect(giveUpRevoking(beginRevoking(flagged, decision))).toEqual({ ...flagged, version: 4 });
  });

  it('is flagged only while nobody decided', () => {
    const certified = certify(item, decision);
    expect([flag(item).state, flag(certified)]).toEqual(['flagged', certified]);
  });

  it('ends with its role, unless somebody decided', () => {
    const revoking = beginRevoking(item, decision);
    expect([endItem(flag(item)).state, endItem(revoking)]).toEqual(['ended', revoking]);
  });
});
