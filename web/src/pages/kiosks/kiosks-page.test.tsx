import type { Kiosk } from '@guildhall/client';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

const path = '/api/register/kiosks';
const words = en.admin.kiosks;

const hall: Kiosk = { id: 'k1', siteId: 'north', name: 'Hall', entrance: '', kind: 'kiosk', status: 'paired' };
const badge = { id: 'b1', personId: 'p2', displayName: 'Bob Moran', label: 'Blue', assignedAt: '2026-03-01T09:00:00Z' };
const pairing = { kiosk: hall, code: 'ABCD-1234', expiresAt: '2026-03-02T09:10:00Z' };

const open = (more: Routes = {}) =>
  visit('/kiosks', {
    'GET /api/auth/session': ok(sessionOf('register.kiosks.write', 'people.read')),
    [`GET ${path}`]: ok({ kiosks: [hall] }),
    'GET /api/register/badges': ok({ badges: [badge] }),
    ...more,
  });

describe('the kiosks', () => {
  it('are listed with where they are and how they do', async () => {
    open();

    expect(await screen.findByText('Hall')).toBeTruthy();
    expect(screen.getByText(words.states.paired)).toBeTruthy();
    expect(await screen.findByText(new RegExp(`North Workshop.*${words.never}`))).toBeTruthy();
  });

  it('begin with a code to type at the device', async () => {
    const { asked } = open({ [`POST ${path}`]: { status: 201, body: pairing } });
    fireEvent.click(await screen.findByRole('button', { name: words.add }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText(words.name), { target: { value: 'Hall' } });
    await waitFor(() => expect(dialog.getByLabelText<HTMLSelectElement>(words.site).value).toBe('north'));
    fireEvent.click(dialog.getByRole('button', { name: words.add }));

    expect(await screen.findByText('ABCD-1234')).toBeTruthy();
    expect(asked(`POST ${path}`)[0]?.body).toMatchObject({ siteId: 'north', name: 'Hall', kind: 'kiosk' });
  });

  it('keep what was typed when it is refused', async () => {
    const errors = [{ pointer: '#/name', detail: 'is taken' }];
    open({ [`POST ${path}`]: refused(422, { errors }) });
    fireEvent.click(await screen.findByRole('button', { name: words.add }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText(words.name), { target: { value: 'Hall' } });
    fireEvent.click(dialog.getByRole('button', { name: words.add }));

    expect(await dialog.findByText('Is taken')).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>(words.name).value).toBe('Hall');
  });

  it.each([
    [words.newCodeNamed('Hall'), words.newCodeAsk('Hall'), words.newCode, `POST ${path}/k1/pairing-code`],
    [words.revokeNamed('Hall'), words.revokeAsk('Hall'), words.revoke, `POST ${path}/k1/revoke`],
  ])('say what will happen before: %s', async (label, question, action, call) => {
    const { requests, change } = open();
    change({ [call]: ok(pairing) });
    fireEvent.click(await screen.findByRole('button', { name: label }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(question);
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: action }));

    await waitFor(() => expect(requests.filter(({ method }) => method !== 'GET')).toHaveLength(1));
  });

  it('name the next step while there are none', async () => {
    open({ [`GET ${path}`]: ok({ kiosks: [] }) });

    expect(await screen.findByText(words.none)).toBeTruthy();
  });
});

describe('the badges', () => {
  it('are taken back after a question', async () => {
    const { asked } = open({ 'DELETE /api/register/badges/b1': { status: 204 } });
    fireEvent.click(await screen.findByRole('button', { name: words.badgeRemoveNamed('Bob Moran') }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(words.badgeRemoveAsk('Bob Moran'));
    fireEvent.click(within(dialog).getByRole('button', { name: words.badgeRemove }));

    expect(await screen.findByText(words.badgeRemoved)).toBeTruthy();
    expect(asked('DELETE /api/register/badges/b1')).toHaveLength(1);
  });
});
