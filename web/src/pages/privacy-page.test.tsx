import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../testing/platform.ts';
import { sessionOf } from '../testing/samples.ts';
import { visit } from '../testing/visit.tsx';
import { en } from '../words/en.ts';

const read = 'GET /api/register/privacy-notice';
const anonymous: Routes = { 'GET /api/auth/session': refused(401) };
const noticeOf = (text: string) => ok({ language: 'en', version: 2, text, since: '2026-03-02T09:00:00Z' });

describe('the privacy notice', () => {
  it('stands under the sign-in form, all of it where it is short', async () => {
    visit('/sign-in', { ...anonymous, [read]: noticeOf('We keep little.') });

    expect(await screen.findByText('We keep little.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: en.privacy.more })).toBeNull();
  });

  it('begins there and goes on on a page of its own where it is long', async () => {
    visit('/sign-in', { ...anonymous, [read]: noticeOf('We keep little.\n\nFor thirty days.') });
    fireEvent.click(await screen.findByRole('link', { name: en.privacy.more }));

    expect(await screen.findByText(/For thirty days/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: en.privacy.title })).toBeTruthy();
  });

  it('is in words of the platform where the organisation has none, or cannot be asked', async () => {
    visit('/sign-in', { ...anonymous, [read]: refused(503) });

    expect(await screen.findByText(en.signIn.privacy)).toBeTruthy();
  });
});

describe('whoever looks after the sites', () => {
  const list = 'GET /api/register/privacy-notices';
  const save = 'PUT /api/register/privacy-notices/en';
  const versions = [2, 1].map((version) => {
    const text = version === 2 ? 'We keep less.' : 'We keep little.';
    return { language: 'en', version, text, since: '2026-03-02T09:00:00Z' };
  });

  it('writes it anew, and sees what stood there before', async () => {
    const { asked } = visit('/sites', {
      'GET /api/auth/session': ok(sessionOf('register.sites.write')),
      [list]: ok({ notices: versions }),
      [save]: noticeOf('We keep nothing.'),
    });
    fireEvent.click(await screen.findByRole('button', { name: en.privacy.editIn('English') }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByLabelText<HTMLTextAreaElement>(en.privacy.text).value).toBe('We keep less.');
    expect(dialog.getByText('We keep little.')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText(en.privacy.text), { target: { value: 'We keep nothing.' } });
    fireEvent.click(dialog.getByRole('button', { name: en.app.save }));

    await waitFor(() => expect(asked(save)[0]?.body).toEqual({ text: 'We keep nothing.' }));
  });
});
