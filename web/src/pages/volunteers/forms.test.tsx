import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { dana, lists } from '../../testing/volunteers.ts';
import { visit } from '../../testing/visit.tsx';
import { volunteers as words } from '../../words/en/volunteers.ts';

const type = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });

const add = async (routes: Routes = {}) => {
  const app = visit('/volunteers/new', {
    ...lists('read', 'write'),
    'GET /api/volunteers/012345678': ok(dana),
    'GET /api/volunteers/012345678/timeline': ok({ entries: [] }),
    ...routes,
  });
  await screen.findByLabelText(words.volunteerId);
  type(words.volunteerId, '012345678');
  type(words.firstName, 'Dana');
  type(words.lastName, 'Levi');
  type(words.email, 'Dana@X.org');
  type(words.role, 'branch_manager');
  type(words.place, 'l1');
  return app;
};

describe('adding a volunteer', () => {
  it('sends the place and role that were chosen, and opens the page', async () => {
    const { asked, router } = await add({ 'POST /api/volunteers': ok(dana) });
    fireEvent.click(screen.getByRole('button', { name: words.saveNew }));

    await waitFor(() => expect(router.state.location.pathname).toBe('/volunteers/012345678'));
    expect(asked('POST /api/volunteers')[0]?.body).toEqual({
      volunteerId: '012345678',
      firstName: 'Dana',
      lastName: 'Levi',
      email: 'Dana@X.org',
      phone: '',
      assignments: [{ area: 'haifa', district: 'north', branch: 'technion', role: 'branch_manager' }],
    });
  });

  it('shows what the role gives there, and that it may need approval', async () => {
    await add();
    expect(await screen.findByText(words.givesThese('Branch manager'))).toBeTruthy();
    expect(screen.getByText('teams')).toBeTruthy();
    type(words.role, 'area_manager');

    expect(await screen.findByText(words.mayNeedApproval)).toBeTruthy();
  });

  it('puts what is wrong at its field, keeps what was typed, and stands there', async () => {
    await add({
      'POST /api/volunteers': refused(422, {
        code: 'volunteers.unknown_role',
        errors: [{ pointer: '/assignments/0/role', detail: 'is not given any more' }],
      }),
    });
    fireEvent.click(screen.getByRole('button', { name: words.saveNew }));

    expect(await screen.findByText('Is not given any more')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText(words.role));
    expect(screen.getByLabelText<HTMLInputElement>(words.email).value).toBe('Dana@X.org');
  });

  it('says that the role waits for approval', async () => {
    await add({ 'POST /api/volunteers': ok({ ...dana, pendingApproval: true }) });
    fireEvent.click(screen.getByRole('button', { name: words.saveNew }));

    expect(await screen.findByText(words.createdPending('Dana Levi'))).toBeTruthy();
  });
});

describe('changing a volunteer', () => {
  const path = '/api/volunteers/012345678';
  const edit = async (routes: Routes = {}) => {
    const app = visit('/volunteers/012345678/edit', {
      ...lists('read', 'write'),
      [`GET ${path}`]: ok(dana),
      [`GET ${path}/timeline`]: ok({ entries: [] }),
      [`POST ${path}/preview`]: ok({
        changes: [{ channelId: 'c4', channel: 'branches_manag', system: 'slack', change: 'revoke' }],
        needsApproval: true,
      }),
      [`PATCH ${path}`]: ok({ ...dana, version: 5 }),
      ...routes,
    });
    await screen.findByLabelText(words.place);
    return app;
  };

  it('shows what would be taken before it is saved', async () => {
    const { asked } = await edit();
    type(words.role, 'area_manager');

    expect(await screen.findByText(/branches_manag/)).toBeTruthy();
    expect(screen.getByText(words.takes)).toBeTruthy();
    expect(screen.getByText(words.willNeedApproval)).toBeTruthy();
    expect(asked(`POST ${path}/preview`)[0]?.body).toEqual({
      assignments: [{ assignmentId: 'a1', role: 'area_manager' }],
    });
    expect(asked(`PATCH ${path}`)).toHaveLength(0);
  });

  it('sends the version that was read, and only the place that changed', async () => {
    const { asked } = await edit();
    type(words.place, 'l2');
    fireEvent.click(screen.getByRole('button', { name: words.save }));

    await waitFor(() =>
      expect(asked(`PATCH ${path}`)[0]?.body).toMatchObject({
        assignments: [{ assignmentId: 'a1', area: 'haifa', district: 'north', branch: 'carmel' }],
        version: 4,
      }),
    );
  });

  it('keeps what was typed where somebody was faster, and saves over the newest', async () => {
    let version = 4;
    const { asked } = await edit({
      [`GET ${path}`]: () => ok({ ...dana, version }),
      [`PATCH ${path}`]: ({ body }) =>
        (body as { version: number }).version === 9
          ? ok({ ...dana, version: 10 })
          : refused(409, { code: 'volunteers.version_conflict', detail: 'Somebody changed it.' }),
    });
    version = 9;
    type(words.lastName, 'Levi-Cohen');
    fireEvent.click(screen.getByRole('button', { name: words.save }));
    fireEvent.click(await screen.findByRole('button', { name: words.reread }));
    await waitFor(() => expect(screen.queryByText(words.conflict)).toBeNull());
    expect(screen.getByLabelText<HTMLInputElement>(words.lastName).value).toBe('Levi-Cohen');
    fireEvent.click(screen.getByRole('button', { name: words.save }));

    await waitFor(() =>
      expect(asked(`PATCH ${path}`).at(-1)?.body).toMatchObject({ lastName: 'Levi-Cohen', version: 9 }),
    );
  });
});
