import { AppError } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { aCaller } from '../testing.ts';
import { aGovernance, technion } from '../testing/governing.ts';
import { addAssignmentHandler } from '../volunteers/give-assignment.ts';
import { decideItemsHandler } from './decide-items.ts';
import { itemDueHandler } from './end-role.ts';

/** A volunteer with two roles, in review. */
async function aReview() {
  const governance = aGovernance();
  await governance.enrol('dana', 'dana@x.org');
  const assignment = { ...technion, role: 'branch_manager', from: '', to: '' };
  await addAssignmentHandler(governance)({ volunteerId: 'dana', assignment, caller: aCaller() });
  const reviewId = await governance.reviewed();
  const idOf = (role: string): string => governance.items.all().find(({ roleKey }) => roleKey === role)?.id ?? '';
  const stateOf = (role: string) => governance.items.stored.get(idOf(role))?.state;
  return { ...governance, reviewId, idOf, stateOf };
}

const without = (permission: string) => {
  const { principal, ...rest } = aCaller('mona');
  const permissions = ['volunteers.write', 'volunteers.offboard'].filter((one) => one !== permission);
  return { ...rest, principal: { ...principal, permissions } };
};

const certify = { isCertified: true, reason: '', caller: aCaller('mona') };
const revoke = { isCertified: false, reason: 'moved', caller: aCaller('mona') };

describe('certifying', () => {
  it('keeps who said so, in the history of the volunteer', async () => {
    const review = await aReview();
    const { items } = await decideItemsHandler(review)({ ...certify, ...review, itemIds: [review.idOf('volunteer')] });
    expect(items[0]).toMatchObject({ state: 'certified', decidedBy: 'mona' });
    expect(review.items.said.at(-1)).toMatchObject({
      entry: { action: 'review.certified', subject: 'volunteer', subjectId: review.current('dana').id },
    });
  });

  it('twice is once, and revoking afterwards is refused', async () => {
    const review = await aReview();
    const itemIds = [review.idOf('volunteer')];
    await decideItemsHandler(review)({ ...certify, ...review, itemIds });
    expect((await decideItemsHandler(review)({ ...certify, ...review, itemIds })).items).toHaveLength(1);
    const { failures } = await decideItemsHandler(review)({ ...revoke, ...review, itemIds });
    expect(failures[0]?.error.code).toBe('volunteers.not_pending');
  });

  it('does not stop for one that cannot be decided', async () => {
    const review = await aReview();
    const itemIds = ['none', review.idOf('volunteer')];
    const { items, failures } = await decideItemsHandler(review)({ ...certify, ...review, itemIds });
    expect([items.length, failures.map(({ itemId }) => itemId)]).toEqual([1, ['none']]);
  });

  it('what one has oneself is refused', async () => {
    const review = await aReview();
    const dana = review.current('dana');
    review.volunteers.stored.set(dana.id, { ...dana, personId: 'mona' });
    const itemIds = [review.idOf('volunteer')];
    const { failures } = await decideItemsHandler(review)({ ...certify, ...review, itemIds });
    expect(failures[0]?.error.code).toBe('volunteers.own_review');
  });

  it('beyond the scope finds nothing', async () => {
    const review = await aReview();
    review.scopes.managers.set('mona', [{ ...technion, branch: 'carmel' }]);
    const itemIds = [review.idOf('volunteer')];
    const { failures } = await decideItemsHandler(review)({ ...certify, ...review, itemIds });
    expect(failures[0]?.error.code).toBe('volunteers.review_item_not_found');
  });

  it('and revoking at once is one of both', async () => {
    const review = await aReview();
    const itemIds = [review.idOf('branch_manager')];
    const decide = decideItemsHandler(review);
    const all = await Promise.all([
      decide({ ...certify, ...review, itemIds }),
      decide({ ...revoke, ...review, itemIds }),
    ]);
    expect(all.map(({ items }) => items.length).toSorted()).toEqual([0, 1]);
    const isEnded = review.current('dana').assignments.some(({ endedAt }) => endedAt !== undefined);
    expect(isEnded).toBe(review.stateOf('branch_manager') === 'revoked');
  });
});

describe('revoking', () => {
  it('ends the role', async () => {
    const review = await aReview();
    await decideItemsHandler(review)({ ...revoke, ...review, itemIds: [review.idOf('branch_manager')] });
    expect(review.stateOf('branch_manager')).toBe('revoked');
    expect(review.current('dana').assignments.map(({ endedAt }) => endedAt !== undefined)).toEqual([false, true]);
  });

  it('the last role lets the volunteer leave, where the caller may say so', async () => {
    const review = await aReview();
    const itemIds = [review.idOf('branch_manager'), review.idOf('volunteer')];
    await decideItemsHandler(review)({ ...revoke, ...review, itemIds });
    expect(review.current('dana')).toMatchObject({ status: 'left', leaveReason: 'moved' });
  });

  it('the last role is to be decided anew, where the caller may not', async () => {
    const review = await aReview();
    const itemIds = [review.idOf('branch_manager'), review.idOf('volunteer')];
    const caller = without('volunteers.offboard');
    const { failures } = await decideItemsHandler(review)({ ...revoke, ...review, itemIds, caller });
    expect(failures[0]?.error.code).toBe('volunteers.last_assignment');
    expect(review.stateOf('volunteer')).toBe('open');
  });

  it('is ended by somebody else where a process died over it', async () => {
    const review = await aReview();
    const itemIds = [review.idOf('branch_manager')];
    const endRole = () => Promise.reject(new AppError('unavailable', 'store.overloaded', 'Later.'));
    const { failures } = await decideItemsHandler({ ...review, endRole })({ ...revoke, ...review, itemIds });
    expect([failures.length, review.stateOf('branch_manager')]).toEqual([1, 'revoking']);
    review.clock.pass(60_000);
    await itemDueHandler(review)(itemIds[0] ?? '');
    expect(review.stateOf('branch_manager')).toBe('revoked');
    expect(review.current('dana').assignments[1]?.endedAt).toBeDefined();
  });

  it('of a role that is over already is done', async () => {
    const review = await aReview();
    const dana = review.current('dana');
    const assignments = dana.assignments.map((one) =>
      one.roleKey === 'branch_manager' ? { ...one, endedAt: dana.createdAt } : one,
    );
    review.volunteers.stored.set(dana.id, { ...dana, assignments });
    await decideItemsHandler(review)({ ...revoke, ...review, itemIds: [review.idOf('branch_manager')] });
    expect(review.stateOf('branch_manager')).toBe('revoked');
  });
});
