import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Review, ReviewItem } from '@guildhall/client';
import { ok, type Routes } from '../../testing/platform.ts';
import { lists } from '../../testing/volunteers.ts';
import { visit } from '../../testing/visit.tsx';
import { volunteerReviews as words } from '../../words/en/volunteer-reviews.ts';

const review: Review = {
  reviewId: 'v1',
  state: 'open',
  startedAt: '2026-03-02T08:00:00Z',
  startedBy: '',
  dueOn: '2026-03-23',
  total: 10,
  certified: 6,
  revoked: 1,
  flagged: 0,
  open: 3,
  progress: [{ personId: 'p1', name: 'Maya', total: 10, decided: 7 }],
};
const item: ReviewItem = {
  itemId: 'i1',
  reviewId: 'v1',
  volunteerId: '012345678',
  name: 'Dana Levi',
  role: 'branch_manager',
  roleLabel: 'Branch manager',
  area: 'haifa',
  district: 'north',
  branch: 'technion',
  since: '2026-01-01',
  state: 'open',
  decidedBy: '',
  reason: '',
};
const other = { ...item, itemId: 'i2', name: 'Noa Bar' };
const decisions = 'POST /api/volunteers/reviews/v1/decisions';

const open = (routes: Routes = {}, address = '/volunteers/reviews/v1', ...rights: readonly string[]) =>
  visit(address, {
    ...lists('read', 'write', ...rights),
    'GET /api/volunteers/reviews': ok({ reviews: [review] }),
    'GET /api/volunteers/reviews/v1': ok(review),
    'GET /api/volunteers/reviews/v1/items': ok({ items: [item, other], nextCursor: '' }),
    [decisions]: ok({ items: [item], failures: [] }),
    ...routes,
  });

const tick = async (name: string): Promise<void> =>
  void fireEvent.click(await screen.findByRole('checkbox', { name: words.pick(name, 'Branch manager') }));

describe('the reviews', () => {
  it('say how far each is', async () => {
    open({}, '/volunteers/reviews');

    expect(await screen.findByText(new RegExp(words.decided(7, 10)))).toBeTruthy();
    expect(screen.queryByRole('button', { name: words.start })).toBeNull();
  });

  it('are started by administrators, after one question', async () => {
    const { asked } = open({ 'POST /api/volunteers/reviews': ok(review) }, '/volunteers/reviews', 'admin');
    fireEvent.click(await screen.findByRole('button', { name: words.start }));
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: words.start }));

    expect(await screen.findByText(words.started)).toBeTruthy();
    expect(asked('POST /api/volunteers/reviews')).toHaveLength(1);
  });
});

describe('a review', () => {
  it('confirms what was ticked by one press', async () => {
    const { asked } = open();
    await tick('Dana Levi');
    fireEvent.click(screen.getByRole('button', { name: words.certify(1) }));

    expect(await screen.findByText(words.done(1))).toBeTruthy();
    expect(asked(decisions)[0]?.body).toEqual({ itemIds: ['i1'], decision: 'certify' });
    await waitFor(() => expect(screen.queryByRole('button', { name: words.certify(1) })).toBeNull());
  });

  it('revokes all of them after one question', async () => {
    const { asked } = open();
    fireEvent.click(await screen.findByRole('checkbox', { name: words.pickAll }));
    fireEvent.click(screen.getByRole('button', { name: words.revoke(2) }));
    expect(screen.getByText(words.revokeAsk(2))).toBeTruthy();
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: words.revoke(2) }));

    await waitFor(() => expect(asked(decisions)[0]?.body).toEqual({ itemIds: ['i1', 'i2'], decision: 'revoke' }));
  });

  it('says which could not be decided, and keeps them ticked', async () => {
    open({
      [decisions]: ok({ items: [], failures: [{ itemId: 'i1', code: 'x', detail: 'It is the only role.' }] }),
    });
    await tick('Dana Levi');
    fireEvent.click(screen.getByRole('button', { name: words.certify(1) }));

    expect(await screen.findByText('It is the only role.')).toBeTruthy();
    expect(screen.getByRole('button', { name: words.certify(1) })).toBeTruthy();
  });

  it('shows those of a state, in the address', async () => {
    const { asked, router } = open();
    fireEvent.change(await screen.findByLabelText(words.itemState), { target: { value: 'flagged' } });

    await waitFor(() => expect(router.state.location.search).toEqual({ state: 'flagged' }));
    await waitFor(() =>
      expect(asked('GET /api/volunteers/reviews/v1/items').at(-1)?.search.get('state')).toBe('flagged'),
    );
  });
});
