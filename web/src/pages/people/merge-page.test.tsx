import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { ada, sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

const words = en.records;
const bob = { ...ada, id: 'p2', handle: 'ada.l', displayName: 'A. Lovelace' };
const preview = { survivor: ada, merged: [bob], gainedPermissions: ['people.read'], lostPermissions: [] };
const merge = {
  id: 'm1',
  survivor: ada,
  mergedIds: ['p2'],
  at: '2026-03-02T09:00:00Z',
  undoUntil: '2026-04-01T09:00:00Z',
  state: 'done',
};

const open = (address: string, more: Routes = {}) =>
  visit(address, {
    'GET /api/auth/session': ok(sessionOf('people.read', 'people.merge')),
    'GET /api/people/p1': ok(ada),
    'GET /api/people/p2': ok(bob),
    'GET /api/people/duplicates': ok({ groups: [{ people: [ada, bob] }] }),
    'GET /api/people/merges': ok({ merges: [merge] }),
    'POST /api/people/merges/preview': ok(preview),
    ...more,
  });

const both = '/people/merge?ids=["p1","p2"]';

describe('merging people', () => {
  it('begins with those who seem to be the same person', async () => {
    const { router } = open('/people/merge');
    fireEvent.click(await screen.findByRole('button', { name: `${words.mergeThese}: ${ada.displayName}` }));

    await waitFor(() => expect(router.state.location.search).toEqual({ ids: ['p1', 'p2'] }));
    expect(await screen.findByRole('radio', { name: /ada\.lovelace/ })).toBeTruthy();
  });

  it('takes nobody for granted as the one who remains', async () => {
    open(both);
    await screen.findByRole('radio', { name: /ada\.lovelace/ });

    const choice = within(screen.getByRole('group', { name: words.mergeSurvivor }));
    expect(choice.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false);
    expect(screen.queryByRole('button', { name: words.mergePreview })).toBeNull();
  });

  it('shows what would come of it, and does it after a question', async () => {
    const { requests, change } = open(both);
    fireEvent.click(await screen.findByRole('radio', { name: /ada\.lovelace/ }));
    fireEvent.click(screen.getByRole('button', { name: words.mergePreview }));
    expect(await screen.findByText(new RegExp(words.mergeGained))).toBeTruthy();
    const writes = () => requests.filter(({ method }) => method === 'POST');
    expect(writes().map(({ body }) => body)).toEqual([{ survivorId: 'p1', mergedIds: ['p2'], keepPermissions: false }]);
    change({ 'POST /api/people/*': ok({}) });
    fireEvent.click(screen.getByRole('button', { name: words.mergeGo }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(words.mergeAsk(1, ada.displayName));
    fireEvent.click(within(dialog).getByRole('button', { name: words.mergeGo }));

    expect(await screen.findByText(words.mergeDone(ada.displayName))).toBeTruthy();
  });

  it('asks who is there first where the platform wants to know', async () => {
    open(both, {
      'POST /api/people/merges/preview': refused(403, { code: 'identity.reauthentication_required' }),
    });
    fireEvent.click(await screen.findByRole('radio', { name: /ada\.lovelace/ }));
    fireEvent.click(screen.getByRole('button', { name: words.mergePreview }));

    expect(await screen.findByRole('dialog', { name: en.account.proofTitle })).toBeTruthy();
  });

  it('forgets what it showed when another one is to remain', async () => {
    open(both);
    fireEvent.click(await screen.findByRole('radio', { name: /ada\.lovelace/ }));
    fireEvent.click(screen.getByRole('button', { name: words.mergePreview }));
    await screen.findByText(words.mergeAfter);
    fireEvent.click(screen.getByRole('radio', { name: /ada\.l\)/ }));

    await waitFor(() => expect(screen.queryByText(words.mergeAfter)).toBeNull());
  });
});

describe('the merges of late', () => {
  it('are undone after a question', async () => {
    const { requests, change } = open('/people/merge');
    change({ 'POST /api/people/*': ok({}) });
    fireEvent.click(await screen.findByRole('button', { name: words.undoNamed(ada.displayName) }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(words.undoAsk(ada.displayName));
    fireEvent.click(within(dialog).getByRole('button', { name: words.undo }));

    expect(await screen.findByText(words.undone)).toBeTruthy();
    expect(requests.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
      expect.stringContaining('m1'),
    ]);
  });
});
