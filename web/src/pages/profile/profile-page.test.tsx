import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { ada } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

const device = (id: string, name: string, current = false) => ({
  id,
  device: name,
  createdAt: '2026-03-01T09:00:00Z',
  lastSeenAt: '2026-03-01T09:00:00Z',
  expiresAt: '2027-03-01T09:00:00Z',
  current,
});
const token = { prefix: 'gh_4f', createdAt: '2026-03-01T09:00:00Z', expiresAt: '2027-03-01T09:00:00Z' };
const fresh = { token: 'gh_4fsecret', url: 'http://guildhall.test/t/gh_4fsecret', expiresAt: token.expiresAt };
const tokenPath = '/api/auth/access-token';

const routes: Routes = {
  'GET /api/auth/sessions': ok({
    sessions: [device('s1', 'Chrome on Android', true), device('s2', 'Firefox on Linux')],
  }),
  [`GET ${tokenPath}`]: refused(404, { code: 'identity.no_access_token' }),
};

const open = async (more: Routes = {}) => {
  const app = visit('/profile', { ...routes, ...more });
  await screen.findByRole('heading', { name: en.profile.title });
  await screen.findByText('Firefox on Linux');
  return app;
};

describe('the name on the profile', () => {
  it('is changed, and greets one so on the next page', async () => {
    const { asked } = await open({
      'PATCH /api/people/me': ok({ ...ada, firstName: 'Augusta', displayName: 'Augusta Lovelace' }),
    });
    fireEvent.change(screen.getByLabelText(en.signIn.firstName), { target: { value: 'Augusta' } });
    fireEvent.click(screen.getByRole('button', { name: en.app.save }));
    await screen.findByText(en.app.saved);
    fireEvent.click(screen.getByRole('link', { name: en.nav.status }));

    await screen.findByRole('heading', { name: en.status.hello('Augusta') });

    expect(asked('PATCH /api/people/me')[0]?.body).toEqual({ firstName: 'Augusta', lastName: 'Lovelace' });
  });

  it('that was refused stays as it was typed, with the reason', async () => {
    const errors = [{ pointer: '#/firstName', detail: 'must not be empty' }];
    await open({ 'PATCH /api/people/me': refused(422, { errors }) });
    const input = screen.getByLabelText<HTMLInputElement>(en.signIn.firstName);
    fireEvent.change(input, { target: { value: '' } });
    fireEvent.click(screen.getByRole('button', { name: en.app.save }));

    await screen.findByText('Must not be empty');

    expect(input.value).toBe('');
    expect(document.activeElement).toBe(input);
  });
});

describe('the devices', () => {
  it('mark this one, which is not signed out from here', async () => {
    await open();

    const here = screen.getByText('Chrome on Android').closest('li');

    expect(here && within(here).getByText(en.profile.thisDevice)).toBeTruthy();
    expect(here && within(here).queryByRole('button')).toBeNull();
  });

  it('are signed out one by one', async () => {
    const { asked } = await open({ 'DELETE /api/auth/sessions/s2': { status: 204 } });
    fireEvent.click(screen.getByRole('button', { name: en.profile.revokeNamed('Firefox on Linux') }));

    await screen.findByText(en.profile.revoked);

    await waitFor(() => expect(asked('GET /api/auth/sessions')).toHaveLength(2));
  });
});

describe('the personal address', () => {
  it('is made without a question, and shown as text and as a QR code', async () => {
    const { change } = await open({ [`POST ${tokenPath}`]: { status: 201, body: fresh } });
    change({ [`GET ${tokenPath}`]: ok(token) });
    fireEvent.click(screen.getByRole('button', { name: en.profile.tokenCreate }));

    expect(await screen.findByText(fresh.url)).toBeTruthy();
    expect(screen.getByText(fresh.token)).toBeTruthy();
    expect(screen.getByRole('img', { name: en.profile.tokenQr })).toBeTruthy();
    expect(await screen.findByText(/beginning gh_4f…/)).toBeTruthy();
  });

  it('is not shown a second time', async () => {
    await open({ [`GET ${tokenPath}`]: ok(token) });

    await screen.findByText(/beginning gh_4f…/);

    expect(screen.queryByRole('img', { name: en.profile.tokenQr })).toBeNull();
  });

  it.each([
    [en.profile.tokenReplace, en.profile.tokenReplaceAsk, `POST ${tokenPath}`],
    [en.profile.tokenRevoke, en.profile.tokenRevokeAsk, `DELETE ${tokenPath}`],
  ])('says what will happen before: %s', async (action, question, call) => {
    const { asked } = await open({
      [`GET ${tokenPath}`]: ok(token),
      [`POST ${tokenPath}`]: { status: 201, body: fresh },
      [`DELETE ${tokenPath}`]: { status: 204 },
    });
    fireEvent.click(await screen.findByRole('button', { name: action }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(question);
    expect(asked(call)).toEqual([]);

    fireEvent.click(within(dialog).getByRole('button', { name: action }));

    await waitFor(() => expect(asked(call)).toHaveLength(1));
  });
});
