import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Import } from '@guildhall/client';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { lists } from '../../testing/volunteers.ts';
import { visit } from '../../testing/visit.tsx';
import { volunteerImport as words } from '../../words/en/volunteer-import.ts';
import { base64Of, isTooLarge } from './file.ts';

const run: Import = {
  importId: 'i1',
  name: 'people.csv',
  state: 'done',
  dryRun: true,
  allOrNothing: true,
  updateExisting: false,
  rows: 3,
  done: 3,
  created: 3,
  updated: 0,
  unchanged: 0,
  failed: 0,
  warnings: 1,
  issues: [{ line: 3, column: 'district', severity: 'warning', detail: '"Nroth" was read as "north"' }],
  startedAt: '2026-03-02T08:00:00Z',
  by: 'p1',
};

const open = (routes: Routes = {}, address = '/volunteers/import') =>
  visit(address, {
    ...lists('read', 'admin'),
    'GET /api/volunteers/imports': ok({ imports: [] }),
    'GET /api/volunteers/imports/i1': ok(run),
    'POST /api/volunteers/import': ok(run),
    ...routes,
  });

const choose = async (file: File): Promise<void> => {
  const input = await screen.findByLabelText(words.file);
  fireEvent.change(input, { target: { files: [file] } });
};
const list = new File(['volunteer_id,email\r\n'], 'people.csv', { type: 'text/csv' });
const check = (): void => void fireEvent.click(screen.getByRole('button', { name: words.check }));

describe('an import', () => {
  it('is only checked first, with what would be done and what to look at', async () => {
    const { asked, router } = open();
    await choose(list);
    check();

    expect(await screen.findByText(words.created(3, true))).toBeTruthy();
    expect(screen.getByRole('row', { name: /3 district .*Nroth/ })).toBeTruthy();
    expect(asked('POST /api/volunteers/import').map(({ body }) => body)).toEqual([
      {
        file: btoa('volunteer_id,email\r\n'),
        name: 'people.csv',
        dryRun: true,
        allOrNothing: true,
        updateExisting: false,
      },
    ]);
    expect(router.state.location.search).toEqual({ run: 'i1' });
  });

  it('is done after one question', async () => {
    const { asked } = open();
    await choose(list);
    check();
    fireEvent.click(await screen.findByRole('button', { name: words.apply(3) }));
    expect(screen.getByText(words.applyAsk(3, 0))).toBeTruthy();
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: words.apply(3) }));

    await waitFor(() => expect(asked('POST /api/volunteers/import').at(-1)?.body).toMatchObject({ dryRun: false }));
  });

  it('with a wrong line cannot be done, all or nothing', async () => {
    open({ 'GET /api/volunteers/imports/i1': ok({ ...run, failed: 1 }) });
    await choose(list);
    check();
    await screen.findByText(words.failed(1));

    expect(screen.queryByRole('button', { name: words.apply(3) })).toBeNull();
  });

  it('shows how far it is, and is stopped after one question', async () => {
    let state = 'running';
    const { asked } = open(
      {
        'GET /api/volunteers/imports/i1': () => ok({ ...run, dryRun: false, state, done: 1 }),
        'POST /api/volunteers/imports/i1/cancel': () => {
          state = 'cancelled';
          return ok({ ...run, state });
        },
      },
      '/volunteers/import?run=i1',
    );
    expect((await screen.findByRole('progressbar')).getAttribute('value')).toBe('1');
    fireEvent.click(screen.getByRole('button', { name: words.cancel }));
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: words.cancel }));

    expect(await screen.findByText(words.states.cancelled, { selector: '.tag' })).toBeTruthy();
    expect(asked('POST /api/volunteers/imports/i1/cancel')).toHaveLength(1);
  });

  it('without a file says so at the input', async () => {
    const { asked } = open();
    await screen.findByLabelText(words.file);
    check();

    expect(screen.getByText(words.noFile)).toBeTruthy();
    expect(asked('POST /api/volunteers/import')).toHaveLength(0);
  });

  it('of a file that cannot be read says why at the input', async () => {
    open({
      'POST /api/volunteers/import': refused(422, {
        errors: [{ pointer: '/file', detail: 'is neither CSV nor XLSX' }],
      }),
    });
    await choose(list);
    check();

    expect(await screen.findByText('Is neither CSV nor XLSX')).toBeTruthy();
  });

  it('offers an empty list with its columns', async () => {
    const made: Blob[] = [];
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => (made.push(blob), 'blob:x') }));
    open();
    fireEvent.click(await screen.findByRole('button', { name: words.sample }));

    expect(await made[0]?.text()).toContain('volunteer_id,email,first_name');
  });
});

describe('a file', () => {
  it('travels whole, however long it is', async () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => index % 251);

    expect(Uint8Array.from(atob(await base64Of(new Blob([bytes]))), (one) => one.charCodeAt(0))).toEqual(bytes);
  });

  it('of 8 MB is the largest', () => {
    expect([8 * 1024 * 1024, 8 * 1024 * 1024 + 1].map((size) => isTooLarge({ size } as Blob))).toEqual([false, true]);
  });
});
