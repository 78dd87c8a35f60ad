import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { lists, rowOfDana } from '../../testing/volunteers.ts';
import { visit } from '../../testing/visit.tsx';
import { volunteers as words } from '../../words/en/volunteers.ts';

const path = 'GET /api/volunteers';

const open = (routes: Routes = {}, address = '/volunteers', ...rights: readonly string[]) =>
  visit(address, {
    ...lists('read', ...rights),
    [path]: ok({ volunteers: [rowOfDana], nextCursor: '' }),
    ...routes,
  });

describe('the list of volunteers', () => {
  it('says of each who, what, where and how far', async () => {
    open();

    const row = await screen.findByRole('link', { name: /Dana Levi/ });
    await waitFor(() => expect(row.textContent).toContain('Branch manager'));
    expect(row.textContent).toContain('haifa / north / technion');
    expect(row.textContent).toContain(words.states.ADDED_TO_CHANNELS);
    expect(row.getAttribute('href')).toBe('/volunteers/012345678');
  });

  it('is searched as one types, in the address', async () => {
    const { router, asked } = open();
    fireEvent.change(await screen.findByRole('searchbox', { name: words.search }), { target: { value: ' dan ' } });

    await waitFor(() => expect(router.state.location.search).toEqual({ q: 'dan' }));
    await waitFor(() => expect(asked(path).at(-1)?.search.toString()).toBe('q=dan'));
  });

  it('is narrowed in the address, by places that there are', async () => {
    const { router, asked } = open();
    await screen.findByRole('option', { name: 'technion' });
    fireEvent.change(screen.getByLabelText(words.branch), { target: { value: 'technion' } });
    await waitFor(() => expect(router.state.location.search).toEqual({ branch: 'technion' }));
    fireEvent.change(screen.getByLabelText(words.state), { target: { value: 'BLOCKED' } });

    await waitFor(() => expect(asked(path).at(-1)?.search.toString()).toBe('state=BLOCKED&branch=technion'));
  });

  it('forgets the branch where another area is chosen', async () => {
    const { router } = open({}, '/volunteers?branch=technion&district=north');
    await screen.findByRole('option', { name: 'haifa' });
    fireEvent.change(screen.getByLabelText(words.area), { target: { value: 'haifa' } });

    await waitFor(() => expect(router.state.location.search).toEqual({ area: 'haifa' }));
  });

  it('keeps what is searched when the filters are taken away', async () => {
    const { router } = open({}, '/volunteers?q=dana&status=left');
    fireEvent.click(await screen.findByRole('button', { name: words.clear }));

    await waitFor(() => expect(router.state.location.search).toEqual({ q: 'dana' }));
  });

  it('goes on page by page', async () => {
    const { asked } = open({
      [path]: ({ search }) =>
        ok(
          search.get('cursor')
            ? { volunteers: [{ ...rowOfDana, volunteerId: '2', firstName: 'Noa' }], nextCursor: '' }
            : { volunteers: [rowOfDana], nextCursor: 'next' },
        ),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Show more' }));

    expect(await screen.findByText('Noa Levi')).toBeTruthy();
    expect(asked(path).at(-1)?.search.get('cursor')).toBe('next');
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('is saved as a file, of the same search', async () => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x' }));
    const { asked } = open({ 'GET /api/volunteers/export': ok('') }, '/volunteers?role=branch_manager');
    fireEvent.click(await screen.findByRole('button', { name: words.xlsx }));

    await waitFor(() =>
      expect(asked('GET /api/volunteers/export')[0]?.search.toString()).toBe('role=branch_manager&format=xlsx'),
    );
  });
});

describe('a list without anybody', () => {
  it('shows the next step where there is nobody yet', async () => {
    open({ [path]: ok({ volunteers: [], nextCursor: '' }) }, '/volunteers', 'write');

    expect(await screen.findByText(words.nobody)).toBeTruthy();
    expect(screen.getAllByRole('link', { name: words.add })).toHaveLength(2);
  });

  it('says that the filters leave nobody', async () => {
    open({ [path]: ok({ volunteers: [], nextCursor: '' }) }, '/volunteers?q=zz');

    expect(await screen.findByText(words.none)).toBeTruthy();
  });

  it('says that it is not for everybody', async () => {
    open({ [path]: refused(403, { code: 'gateway.missing_permission' }) });

    expect(await screen.findByText('This page needs a right that you do not have')).toBeTruthy();
  });
});

describe('the sections', () => {
  it('of somebody who only reads have nothing to change', async () => {
    open();
    await screen.findByRole('navigation', { name: words.sections });

    expect(screen.queryByRole('link', { name: words.connections })).toBeNull();
    expect(screen.queryByRole('link', { name: words.add })).toBeNull();
  });

  it('of an administrator lead to the rules and connections', async () => {
    open({}, '/volunteers', 'admin');

    expect((await screen.findByRole('link', { name: words.connections })).getAttribute('href')).toBe(
      '/volunteers/connections',
    );
    expect(screen.getByRole('link', { name: words.rules })).toBeTruthy();
  });
});
