import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Opportunity, Shift } from '@guildhall/client';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { lists } from '../../testing/volunteers.ts';
import { visit } from '../../testing/visit.tsx';
import { volunteerShifts as words } from '../../words/en/volunteer-shifts.ts';

const shift: Shift = {
  shiftId: 's1',
  opportunityId: 'o1',
  title: 'Open workshop',
  startsAt: '2026-03-07T09:00:00Z',
  endsAt: '2026-03-07T12:00:00Z',
  capacity: 3,
  taken: 3,
  waiting: 1,
  cancelled: false,
  reason: '',
  version: 1,
  places: [
    {
      volunteerId: '012345678',
      name: 'Dana Levi',
      state: 'confirmed',
      attendance: 'attended',
      arrivedAt: '2026-03-07T09:05:00Z',
      leftAt: '2026-03-07T12:00:00Z',
      minutes: 175,
      by: 'register',
      reason: '',
    },
  ],
};
const opportunity: Opportunity = {
  opportunityId: 'o1',
  title: 'Open workshop',
  description: 'Bring gloves.',
  area: 'haifa',
  district: 'north',
  branch: 'technion',
  role: '',
  roleLabel: '',
  siteId: '',
  published: true,
  version: 1,
  createdAt: '2026-03-02T08:00:00Z',
  shifts: [shift],
};

const open = (address: string, routes: Routes = {}) =>
  visit(address, {
    ...lists('read', 'write'),
    'GET /api/volunteers/opportunities': ok({ opportunities: [opportunity] }),
    'GET /api/volunteers/opportunities/o1': ok(opportunity),
    'GET /api/volunteers/shifts/s1': ok(shift),
    'GET /api/volunteers/on-site': ok({ people: [] }),
    'GET /api/volunteers/recognition': ok({ from: '', to: '', volunteers: [] }),
    ...routes,
  });
const dialog = () => within(screen.getByRole('dialog'));

describe('what there is to do', () => {
  it('is added at a place that there is', async () => {
    const { asked } = open('/volunteers/opportunities', { 'POST /api/volunteers/opportunities': ok(opportunity) });
    fireEvent.click(await screen.findByRole('button', { name: words.add }));
    fireEvent.change(await dialog().findByLabelText(words.titleLabel), { target: { value: 'Repairs' } });
    fireEvent.change(dialog().getByLabelText(words.place), { target: { value: 'l1' } });
    fireEvent.click(dialog().getByLabelText(words.published));
    fireEvent.click(dialog().getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(asked('POST /api/volunteers/opportunities')[0]?.body).toEqual({
        title: 'Repairs',
        description: '',
        area: 'haifa',
        district: 'north',
        branch: 'technion',
        role: '',
        siteId: '',
        published: true,
      }),
    );
  });

  it('shows who is there now, and who gave how much', async () => {
    const recognised = {
      volunteerId: '1',
      name: 'Maya',
      minutes: 630,
      shifts: 4,
      noShows: 1,
      totalMinutes: 630,
      milestones: [10],
    };
    const here = { volunteerId: '1', name: 'Maya', siteId: 'n', since: '2026-03-02T08:00:00Z', shiftId: '', title: '' };
    open('/volunteers/opportunities', {
      'GET /api/volunteers/on-site': ok({ people: [here] }),
      'GET /api/volunteers/recognition': ok({ from: '', to: '', volunteers: [recognised] }),
    });

    expect(await screen.findByRole('link', { name: 'Maya' })).toBeTruthy();
    const table = await screen.findByRole('table', { name: words.recognition });
    expect(
      within(table)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['10.5 h', '4', '1', '10 h']);
  });

  it('has its shifts, with how many places are taken', async () => {
    open('/volunteers/opportunities/o1');

    expect(await screen.findByText(words.taken(3, 3, 1))).toBeTruthy();
  });

  it('gets another shift, and says what is wrong with it', async () => {
    open('/volunteers/opportunities/o1', {
      'POST /api/volunteers/opportunities/o1/shifts': refused(422, {
        errors: [{ pointer: '/endsAt', detail: 'must be after it begins' }],
      }),
    });
    fireEvent.click(await screen.findByRole('button', { name: words.addShift }));
    fireEvent.change(dialog().getByLabelText(words.starts), { target: { value: '2026-03-07T09:00' } });
    fireEvent.change(dialog().getByLabelText(words.ends), { target: { value: '2026-03-07T08:00' } });
    fireEvent.click(dialog().getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('Must be after it begins')).toBeTruthy();
  });
});

describe('a shift', () => {
  it('says who was there, and for how long', async () => {
    open('/volunteers/shifts/s1');

    expect(await screen.findByText(words.attendance.attended)).toBeTruthy();
    expect(screen.getByText(/2.9 h/)).toBeTruthy();
  });

  it('is cancelled for a reason', async () => {
    const { asked } = open('/volunteers/shifts/s1', {
      'POST /api/volunteers/shifts/s1/cancel': ok({ ...shift, cancelled: true }),
    });
    fireEvent.click(await screen.findByRole('button', { name: words.cancel }));
    fireEvent.change(screen.getByLabelText('Reason (may be empty)'), { target: { value: 'Snow' } });
    fireEvent.click(dialog().getByRole('button', { name: words.cancel }));

    expect(await screen.findByText(words.cancelDone)).toBeTruthy();
    expect(asked('POST /api/volunteers/shifts/s1/cancel')[0]?.body).toEqual({ reason: 'Snow' });
  });

  it('has its attendance corrected: who was not there has no times', async () => {
    const { asked } = open('/volunteers/shifts/s1', {
      'PUT /api/volunteers/shifts/s1/attendance/012345678': ok(shift),
    });
    fireEvent.click(await screen.findByRole('button', { name: words.recordOf('Dana Levi') }));
    fireEvent.click(dialog().getByLabelText(words.absent));
    fireEvent.change(dialog().getByLabelText(words.reason), { target: { value: 'Was ill' } });
    fireEvent.click(dialog().getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(asked('PUT /api/volunteers/shifts/s1/attendance/012345678')[0]?.body).toEqual({
        absent: true,
        reason: 'Was ill',
      }),
    );
  });
});
