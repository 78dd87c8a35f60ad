import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { MyShift, Volunteer } from '@guildhall/client';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { dana } from '../../testing/volunteers.ts';
import { visit } from '../../testing/visit.tsx';
import { volunteering as words } from '../../words/en/volunteering.ts';

const dayMs = 86_400_000;
const shift: MyShift = {
  shiftId: 's1',
  opportunityId: 'o1',
  title: 'Open workshop',
  area: 'haifa',
  district: 'north',
  branch: 'technion',
  startsAt: new Date(Date.now() + 7 * dayMs).toISOString(),
  endsAt: new Date(Date.now() + 7 * dayMs + 3_600_000).toISOString(),
  capacity: 3,
  taken: 2,
  cancelled: false,
  reason: '',
  state: '',
  position: 0,
  minutes: 0,
};
const opportunity = { ...shift, description: 'Bring gloves.', roleLabel: '', shifts: [shift] };

const open = (volunteer: Partial<Volunteer> | undefined, routes: Routes = {}, inviteUrl = '') =>
  visit('/me/volunteering', {
    'GET /api/volunteers/me': ok({ ...(volunteer && { volunteer: { ...dana, ...volunteer } }), inviteUrl }),
    'GET /api/volunteers/me/shifts': ok({ shifts: [] }),
    'GET /api/volunteers/me/opportunities': ok({ opportunities: [opportunity] }),
    'GET /api/volunteers/me/hours': ok({ minutes: 90, shifts: 1, noShows: 0, entries: [] }),
    ...routes,
  });

describe('my volunteering', () => {
  it('says what I am, where, and what is open for me', async () => {
    open({});

    expect(await screen.findByText(words.hello('Dana'))).toBeTruthy();
    expect(screen.getByText(words.steps.ADDED_TO_CHANNELS)).toBeTruthy();
    expect(within(screen.getByRole('region', { name: words.roles })).getByText('Branch manager')).toBeTruthy();
    expect(within(screen.getByRole('region', { name: words.channels })).getByText('teams')).toBeTruthy();
    expect(await screen.findByText(words.sum(1.5, 1))).toBeTruthy();
  });

  it('leads into the workspace while I am invited, by the address that I am known by', async () => {
    const onboarding = { ...dana.onboarding, state: 'NOT_IN_WORKSPACE' };
    open({ onboarding }, {}, 'https://join.slack.com/t/x');

    expect((await screen.findByRole('link', { name: words.join })).getAttribute('href')).toBe(
      'https://join.slack.com/t/x',
    );
    expect(screen.getByText(words.joinHint('dana@x.org'))).toBeTruthy();
  });

  it('shows the way to become one to somebody who is none', async () => {
    open(undefined);

    expect((await screen.findByRole('link', { name: words.apply })).getAttribute('href')).toBe('/volunteer');
  });

  it('says so when it cannot be read', async () => {
    open(undefined, { 'GET /api/volunteers/me': refused(500, { detail: 'Something went wrong.' }) });

    expect(await screen.findByText('Something went wrong.')).toBeTruthy();
  });
});

describe('a shift', () => {
  const signUp = () => screen.findByRole('button', { name: /^I come: Open workshop/ });

  it('is signed up for by one press', async () => {
    const { asked } = open({}, { 'POST /api/volunteers/me/shifts/s1': ok({ ...shift, state: 'confirmed' }) });
    fireEvent.click(await signUp());

    expect(await screen.findByText(words.nowConfirmed)).toBeTruthy();
    await waitFor(() => expect(asked('GET /api/volunteers/me/shifts')).toHaveLength(2));
  });

  it('that is full says that one waits', async () => {
    open({}, { 'POST /api/volunteers/me/shifts/s1': ok({ ...shift, state: 'waiting', position: 1 }) });
    fireEvent.click(await signUp());

    expect(await screen.findByText(words.nowWaiting)).toBeTruthy();
  });

  it('that is taken is given back after one question', async () => {
    const mine = { ...shift, state: 'confirmed' };
    const { asked } = open(
      {},
      {
        'GET /api/volunteers/me/shifts': ok({ shifts: [mine] }),
        'GET /api/volunteers/me/opportunities': ok({ opportunities: [] }),
        'DELETE /api/volunteers/me/shifts/s1': ok(shift),
      },
    );
    fireEvent.click(await screen.findByRole('button', { name: /^I cannot come: Open workshop/ }));
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: words.withdraw }));

    expect(await screen.findByText(words.withdrawn)).toBeTruthy();
    expect(asked('DELETE /api/volunteers/me/shifts/s1')).toHaveLength(1);
  });

  it('that is cancelled says why, and takes nobody', async () => {
    open(
      {},
      {
        'GET /api/volunteers/me/opportunities': ok({
          opportunities: [{ ...opportunity, shifts: [{ ...shift, cancelled: true, reason: 'Snow' }] }],
        }),
      },
    );

    expect(await screen.findByText(/Snow/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^I come/ })).toBeNull();
  });
});
