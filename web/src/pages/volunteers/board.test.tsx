import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused } from '../../testing/platform.ts';
import { assignment, dana, lists, rowOfDana } from '../../testing/volunteers.ts';
import { visit } from '../../testing/visit.tsx';
import { volunteers as words } from '../../words/en/volunteers.ts';

describe('the board', () => {
  it('has each volunteer in the column of their state, with the reason', async () => {
    const blocked = { ...rowOfDana, state: 'BLOCKED', reason: 'deactivated_account' };
    visit('/volunteers/board', {
      ...lists('read'),
      'GET /api/volunteers': ({ search }) =>
        ok({ volunteers: search.get('state') === 'BLOCKED' ? [blocked] : [], nextCursor: '' }),
    });

    const column = within(await screen.findByRole('region', { name: words.boardColumns.blocked }));
    expect(await column.findByRole('link', { name: 'Dana Levi' })).toBeTruthy();
    expect(column.getByText(words.reasons.deactivated_account)).toBeTruthy();
    const done = within(screen.getByRole('region', { name: words.boardColumns.done }));
    expect(await done.findByText(words.boardNone)).toBeTruthy();
  });

  it('leads to all of a state where there are more', async () => {
    visit('/volunteers/board', {
      ...lists('read'),
      'GET /api/volunteers': ({ search }) =>
        ok(search.get('state') === 'PARTIAL' ? { volunteers: [rowOfDana], nextCursor: 'x' } : { volunteers: [] }),
    });

    const link = await screen.findByRole('link', { name: words.boardMore });
    expect(link.getAttribute('href')).toBe('/volunteers?state=PARTIAL');
  });

  it('says so when it cannot be read', async () => {
    visit('/volunteers/board', {
      ...lists('read'),
      'GET /api/volunteers': refused(500, { detail: 'Something went wrong.' }),
    });

    expect((await screen.findAllByText('Something went wrong.')).length).toBeGreaterThan(0);
  });
});

describe('the approvals', () => {
  const approval = {
    volunteerId: dana.volunteerId,
    name: 'Dana Levi',
    assignment: { ...assignment, state: 'pending_approval' },
    requestedAt: '2026-03-02T08:00:00Z',
  };

  it('are given by one press, and are gone then', async () => {
    let approvals = [approval];
    const { asked } = visit('/volunteers/approvals', {
      ...lists('read', 'write'),
      'GET /api/volunteers/approvals': () => ok({ approvals }),
      'POST /api/volunteers/012345678/assignments/a1/decision': () => {
        approvals = [];
        return ok(dana);
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: words.approveOf('Dana Levi') }));

    expect(await screen.findByText(words.approvalsNone)).toBeTruthy();
    expect(asked('POST /api/volunteers/012345678/assignments/a1/decision')[0]?.body).toEqual({ decision: 'approve' });
  });

  it('that may not be given stay, and say why', async () => {
    visit('/volunteers/approvals', {
      ...lists('read', 'write'),
      'GET /api/volunteers/approvals': ok({ approvals: [approval] }),
      'POST /api/volunteers/012345678/assignments/a1/decision': refused(403, {
        code: 'volunteers.may_not_approve',
        detail: 'Somebody who manages the whole district has to decide this.',
      }),
    });
    fireEvent.click(await screen.findByRole('button', { name: words.approveOf('Dana Levi') }));

    await waitFor(() => expect(screen.getByText(/manages the whole district/)).toBeTruthy());
    expect(screen.getByRole('button', { name: words.approveOf('Dana Levi') })).toBeTruthy();
  });
});
