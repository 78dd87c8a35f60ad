import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Application } from '@guildhall/client';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { lists } from '../../testing/volunteers.ts';
import { visit } from '../../testing/visit.tsx';
import { volunteerApply as words } from '../../words/en/volunteer-apply.ts';

const place = { area: 'haifa', district: 'north', branch: 'technion' };
const nobody: Routes = { 'GET /api/auth/session': refused(401) };

const fill = async (): Promise<void> => {
  fireEvent.change(await screen.findByLabelText(words.firstName), { target: { value: 'Noa' } });
  fireEvent.change(screen.getByLabelText(words.lastName), { target: { value: 'Bar' } });
  fireEvent.change(screen.getByLabelText(words.email), { target: { value: 'noa@x.org' } });
  fireEvent.change(screen.getByLabelText(words.place), { target: { value: 'haifa / north / technion' } });
  fireEvent.click(screen.getByLabelText(words.consent));
  fireEvent.click(screen.getByRole('button', { name: words.send }));
};

const apply = (routes: Routes = {}) =>
  visit('/volunteer', {
    ...nobody,
    'GET /api/volunteers/applications/places': ok({ places: [place] }),
    'GET /api/register/privacy-notice': ok({ text: 'We keep little.', version: 4, language: 'en' }),
    'POST /api/volunteers/applications': ok({}),
    ...routes,
  });

describe('applying', () => {
  it('needs no account, and says that the address has to be confirmed', async () => {
    const { asked } = apply();
    await fill();

    expect(await screen.findByRole('heading', { name: words.sent })).toBeTruthy();
    expect(asked('POST /api/volunteers/applications')[0]?.body).toMatchObject({
      ...place,
      firstName: 'Noa',
      lastName: 'Bar',
      email: 'noa@x.org',
      consent: true,
      language: 'en',
    });
  });

  it('says at the input what is wrong, and keeps what was typed', async () => {
    apply({
      'POST /api/volunteers/applications': refused(422, {
        errors: [{ pointer: '/consent', detail: 'is needed: nothing is kept without it' }],
      }),
    });
    await fill();

    expect(await screen.findByText('Is needed: nothing is kept without it')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(words.email).value).toBe('noa@x.org');
  });
});

describe('the link of the mail', () => {
  const path = 'POST /api/volunteers/applications/confirm';

  it('confirms only when somebody presses, with what stands after the hash', async () => {
    const { asked } = visit('/volunteer/confirm#tok-1', {
      ...nobody,
      [path]: ok({ firstName: 'Noa', state: 'waiting' }),
    });
    const button = await screen.findByRole('button', { name: words.confirmDo });
    expect(asked(path)).toHaveLength(0);
    fireEvent.click(button);

    expect(await screen.findByText(words.states.waiting)).toBeTruthy();
    expect(asked(path)[0]?.body).toEqual({ token: 'tok-1' });
  });

  it('that is over says so', async () => {
    visit('/volunteer/confirm#old', { ...nobody, [path]: refused(410, { detail: 'Over.' }) });
    fireEvent.click(await screen.findByRole('button', { name: words.confirmDo }));

    expect(await screen.findByText('This link does not work any more')).toBeTruthy();
  });
});

describe('an application', () => {
  const application: Application = {
    ...place,
    applicationId: 'x1',
    firstName: 'Noa',
    lastName: 'Bar',
    email: 'noa@x.org',
    phone: '',
    wish: 'Teach programming',
    state: 'waiting',
    appliedAt: '2026-03-02T08:00:00Z',
    decidedBy: '',
    reason: '',
    volunteerId: '',
    privacyNoticeVersion: 4,
    alreadyVolunteer: false,
  };
  const open = (routes: Routes = {}) =>
    visit('/volunteers/applications', {
      ...lists('read', 'write'),
      'GET /api/volunteers/applications': ok({ applications: [application] }),
      ...routes,
    });

  it('becomes a volunteer at the place that was wished, with a role', async () => {
    const { asked } = open({ 'POST /api/volunteers/applications/x1/approve': ok(application) });
    fireEvent.click(await screen.findByRole('button', { name: words.approveOf('Noa Bar') }));
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.change(await dialog.findByLabelText('Role'), { target: { value: 'branch_manager' } });
    expect(dialog.getByLabelText<HTMLSelectElement>('Place').value).toBe('l1');
    fireEvent.click(dialog.getByRole('button', { name: words.approve }));

    expect(await screen.findByText(words.approvedNow('Noa Bar'))).toBeTruthy();
    expect(asked('POST /api/volunteers/applications/x1/approve')[0]?.body).toEqual({
      ...place,
      role: 'branch_manager',
      volunteerId: '',
    });
  });

  it('is refused with a reason', async () => {
    const { asked } = open({ 'POST /api/volunteers/applications/x1/refuse': ok(application) });
    fireEvent.click(await screen.findByRole('button', { name: words.refuseOf('Noa Bar') }));
    fireEvent.change(screen.getByLabelText('Reason (may be empty)'), { target: { value: 'Full' } });
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: words.refuse }));

    await waitFor(() =>
      expect(asked('POST /api/volunteers/applications/x1/refuse')[0]?.body).toEqual({ reason: 'Full' }),
    );
  });

  it('of nobody says how people apply', async () => {
    open({ 'GET /api/volunteers/applications': ok({ applications: [] }) });

    expect(await screen.findByText(words.none)).toBeTruthy();
  });
});
