import { describe, expect, it } from 'vitest';
import { aCaller } from '../testing.ts';
import { aGovernance } from '../testing/governing.ts';
import { endItemsHandler } from './end-items.ts';
import { getReviewHandler, listItemsHandler, listReviewsHandler } from './read-reviews.ts';
import { reviewDueHandler } from './review-due.ts';
import { reviewReportHandler } from './review-report.ts';
import { startPlannedReview, startReviewHandler } from './start-review.ts';

const day = 86_400_000;

/** Two volunteers at technion, whom mona manages, and one at carmel, whom nobody does. */
async function aBranch() {
  const governance = aGovernance();
  governance.known.push({ id: 'mona', name: 'Mona Cohen', emails: [] });
  governance.scopes.managers.set('mona', [{ area: 'haifa', district: 'north', branch: 'technion' }]);
  await governance.enrol('dana', 'dana@x.org');
  await governance.enrol('noa', 'noa@x.org');
  const profile = { volunteerId: 'rami', email: 'rami@x.org', firstName: 'Rami', lastName: 'Bar', phone: '' };
  const carmel = { area: 'haifa', district: 'north', branch: 'carmel', role: 'volunteer', from: '', to: '' };
  await governance.create({ profile, assignments: [carmel], caller: aCaller() });
  return governance;
}

const listing = { state: '' as const, isMine: false, pageSize: 0, cursor: '' };

describe('a review that begins', () => {
  it('asks each manager about the roles of their scope, and administrators about the rest', async () => {
    const governance = await aBranch();
    await governance.reviewed();
    expect(governance.letterBox.letters().map(({ to, about }) => ({ to, ...about }))).toMatchObject([
      { to: { personId: 'mona' }, firstName: 'Mona', count: 2, isReminder: false, dueOn: '2026-03-23' },
      { to: { role: 'administrator' }, count: 1 },
    ]);
  });

  it('prepared twice has each item once', async () => {
    const governance = await aBranch();
    const { id } = await startReviewHandler(governance)(aCaller());
    const preparing = governance.reviews.stored.get(id);
    await reviewDueHandler(governance)(id);
    if (preparing) governance.reviews.stored.set(id, preparing);
    await reviewDueHandler(governance)(id);
    expect(governance.items.all()).toHaveLength(3);
  });

  it('asks nobody about themselves', async () => {
    const governance = await aBranch();
    const dana = governance.current('dana');
    governance.volunteers.stored.set(dana.id, { ...dana, personId: 'mona' });
    await governance.reviewed();
    const hers = governance.items.all().find(({ volunteerId }) => volunteerId === dana.id);
    expect(hers?.managers).toEqual(['']);
  });

  it('is the only one', async () => {
    const governance = await aBranch();
    await governance.reviewed();
    await expect(startReviewHandler(governance)(aCaller())).rejects.toMatchObject({ code: 'volunteers.review_open' });
    await startPlannedReview(governance)('2026-04-01');
    expect(governance.reviews.all()).toHaveLength(1);
  });

  it('as planned is one, however many replicas begin it', async () => {
    const governance = await aBranch();
    await Promise.all([1, 2, 3].map(() => startPlannedReview(governance)('2026-04-01')));
    expect(governance.reviews.all().map(({ id, startedBy }) => [id, startedBy])).toEqual([['planned-2026-04-01', '']]);
  });
});

describe('a review that goes on', () => {
  it('reminds after 7 and 14 days whoever has something left, and flags the rest after 21', async () => {
    const governance = await aBranch();
    const id = await governance.reviewed();
    const roles = governance.items.all().filter(({ managers }) => managers.includes(''));
    for (const { assignmentId } of roles) await endItemsHandler(governance)(assignmentId);
    for (const days of [7, 7, 8]) {
      governance.clock.pass(days * day);
      await reviewDueHandler(governance)(id);
    }
    const reminders = governance.letterBox.letters().slice(2);
    expect(reminders.map(({ to }) => to)).toEqual([{ personId: 'mona' }, { personId: 'mona' }]);
    const [{ review, counts } = { review: undefined, counts: undefined }] = await listReviewsHandler(governance)();
    expect([review?.state, counts?.flagged, counts?.ended]).toEqual(['closed', 2, 1]);
  });

  it('does nothing before its time', async () => {
    const governance = await aBranch();
    const id = await governance.reviewed();
    governance.clock.pass(5 * day);
    await reviewDueHandler(governance)(id);
    expect(governance.reviews.stored.get(id)?.reminders).toBe(0);
  });
});

describe('what a manager sees of a review', () => {
  it('are the items and the progress of their own', async () => {
    const governance = await aBranch();
    const reviewId = await governance.reviewed();
    const caller = aCaller('mona');
    const { items } = await listItemsHandler(governance)({ ...listing, reviewId, caller });
    expect(items.map(({ volunteer }) => volunteer?.volunteerId)).toEqual(['dana', 'noa']);
    const { progress } = await getReviewHandler(governance)({ reviewId, caller });
    expect(progress).toEqual([{ manager: 'mona', name: 'Mona Cohen', total: 2, undecided: 2 }]);
  });

  it('comes in pages', async () => {
    const governance = await aBranch();
    const asked = { ...listing, reviewId: await governance.reviewed(), pageSize: 2, caller: aCaller() };
    const first = await listItemsHandler(governance)(asked);
    const second = await listItemsHandler(governance)({ ...asked, cursor: first.nextCursor });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, '']);
  });

  it('of an administrator is everything, or what nobody else was asked about', async () => {
    const governance = await aBranch();
    const asked = { ...listing, reviewId: await governance.reviewed(), caller: aCaller() };
    const mine = await listItemsHandler(governance)({ ...asked, isMine: true });
    expect(mine.items.map(({ volunteer }) => volunteer?.volunteerId)).toEqual(['rami']);
  });

  it('is a file as well', async () => {
    const governance = await aBranch();
    const reviewId = await governance.reviewed();
    const rows: unknown[] = [];
    const writeTable = async (_: string, __: readonly string[], all: readonly unknown[]) => {
      rows.push(...all);
      return { contentType: 'text/csv', data: new Uint8Array() };
    };
    const listItems = listItemsHandler(governance);
    await reviewReportHandler({ ...governance, listItems, writeTable })({ reviewId, caller: aCaller() });
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ volunteer_id: 'dana', role: 'volunteer', branch: 'technion', state: 'open' });
  });

  it('of a review that there is not is nothing', async () => {
    const asked = { ...listing, reviewId: 'none', caller: aCaller() };
    await expect(listItemsHandler(aGovernance())(asked)).rejects.toMatchObject({ code: 'volunteers.review_not_found' });
  });
});
