import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Volunteer } from '@guildhall/client';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { assignment, dana, lists, membership } from '../../testing/volunteers.ts';
import { visit } from '../../testing/visit.tsx';
import { volunteers as words } from '../../words/en/volunteers.ts';

const path = '/api/volunteers/012345678';
const everything = ['read', 'write', 'offboard', 'admin'];

const open = async (volunteer: Partial<Volunteer> = {}, routes: Routes = {}, rights = everything) => {
  const app = visit('/volunteers/012345678', {
    ...lists(...rights),
    [`GET ${path}`]: ok({ ...dana, ...volunteer }),
    [`GET ${path}/timeline`]: ok({ entries: [] }),
    'GET /api/volunteers/tasks': ok({ tasks: [] }),
    ...routes,
  });
  await screen.findByRole('heading', { name: words.profile });
  return app;
};

const section = (name: string) => within(screen.getByRole('region', { name }));
const confirm = (action: string): void =>
  void fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: action }));

describe('a volunteer', () => {
  it('shows how far they are, why, and what happens next', async () => {
    const onboarding = { ...dana.onboarding, state: 'PARTIAL', reason: 't_area_district_nat: is_archived' };
    await open({ onboarding });

    expect(section(words.state).getByText(words.states.PARTIAL)).toBeTruthy();
    expect(section(words.state).getByText('t_area_district_nat: the channel is archived')).toBeTruthy();
    expect(section(words.state).getByText(words.meaning.PARTIAL)).toBeTruthy();
  });

  it('says of each access why it is there', async () => {
    await open();

    expect(await section(words.access).findByText(/because of Branch manager/)).toBeTruthy();
    expect(section(words.access).getByText(words.accessStates.member)).toBeTruthy();
  });

  it('says of an access what went wrong', async () => {
    await open({ memberships: [{ ...membership, state: 'failed', lastError: 'channel_not_found', attempts: 3 }] });

    expect(section(words.access).getByText(/the channel is not there/)).toBeTruthy();
    expect(section(words.access).getByText(new RegExp(words.attempts(3)))).toBeTruthy();
  });

  it('tells what happened, who did it and why', async () => {
    const entry = {
      at: '2026-03-02T08:00:00Z',
      action: 'membership.failed',
      byPersonId: '',
      by: '',
      subject: 'teams',
      before: '',
      after: '',
      reason: 'is_archived',
    };
    await open({}, { [`GET ${path}/timeline`]: ok({ entries: [entry] }) });

    const list = await screen.findByRole('list', { name: words.timeline });
    expect(list.textContent).toContain('Access failed · teams · the channel is archived');
    expect(list.textContent).toContain(words.platform);
  });

  it('shows the hours that they gave, where there are any', async () => {
    const entry = {
      shiftId: 's1',
      title: 'Open workshop',
      startsAt: '2026-03-02T08:00:00Z',
      endsAt: '',
      attendance: 'attended',
      minutes: 90,
      reason: '',
    };
    await open({}, { [`GET ${path}/hours`]: ok({ minutes: 90, shifts: 1, noShows: 0, entries: [entry] }) });

    expect(await screen.findByText('1.5 hours in 1 shift')).toBeTruthy();
    expect(screen.getByText(/Open workshop · 1.5 h/)).toBeTruthy();
  });

  it('is not there for those whom no place of theirs lets see', async () => {
    visit('/volunteers/012345678', {
      ...lists('read'),
      [`GET ${path}`]: refused(404, { code: 'volunteers.volunteer_not_found' }),
    });

    expect(await screen.findByText(words.unknown)).toBeTruthy();
  });

  it('offers nothing to those who only read', async () => {
    await open({}, {}, ['read']);

    expect(screen.queryByText(words.acts)).toBeNull();
    expect(screen.queryByRole('button', { name: words.addRole })).toBeNull();
  });
});

describe('a role', () => {
  it('ends after one question', async () => {
    const { asked } = await open({}, { [`DELETE ${path}/assignments/a1`]: ok({ ...dana, assignments: [] }) });
    fireEvent.click(screen.getByRole('button', { name: words.endOf('Branch manager', 'haifa / north / technion') }));
    expect(asked(`DELETE ${path}/assignments/a1`)).toHaveLength(0);
    confirm(words.end);

    expect(await screen.findByText(words.ended)).toBeTruthy();
    await waitFor(() => expect(section(words.roles).queryByText('Branch manager')).toBeNull());
  });

  it('is added at a place', async () => {
    const { asked } = await open({}, { [`POST ${path}/assignments`]: ok(dana) });
    fireEvent.click(screen.getByRole('button', { name: words.addRole }));
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.change(await dialog.findByLabelText(words.role), { target: { value: 'area_manager' } });
    fireEvent.change(dialog.getByLabelText(words.place), { target: { value: 'l2' } });
    fireEvent.click(dialog.getByRole('button', { name: words.addRole }));

    await waitFor(() =>
      expect(asked(`POST ${path}/assignments`)[0]?.body).toEqual({
        area: 'haifa',
        district: 'north',
        branch: 'carmel',
        role: 'area_manager',
      }),
    );
  });

  it('that waits is refused with a reason', async () => {
    const pending = { ...assignment, state: 'pending_approval' };
    const { asked } = await open(
      { assignments: [pending] },
      { [`POST ${path}/assignments/a1/decision`]: ok({ ...dana, assignments: [] }) },
    );
    fireEvent.click(screen.getByRole('button', { name: words.refuseOf('Dana Levi') }));
    fireEvent.change(screen.getByLabelText(words.reason), { target: { value: 'Not yet' } });
    confirm(words.refuse);

    expect(await screen.findByText(words.refused)).toBeTruthy();
    expect(asked(`POST ${path}/assignments/a1/decision`)[0]?.body).toEqual({ decision: 'refuse', reason: 'Not yet' });
  });
});

describe('what can be done with a volunteer', () => {
  const waiting = { onboarding: { ...dana.onboarding, state: 'NOT_IN_WORKSPACE' }, slackUserId: '' };

  it('is to invite again, while they are not in the workspace', async () => {
    const { asked } = await open(waiting, { [`POST ${path}/resend-invite`]: ok({ ...dana, ...waiting }) });
    fireEvent.click(screen.getByRole('button', { name: words.resend }));
    expect(screen.getByText(words.resendAsk('Dana Levi', 'dana@x.org'))).toBeTruthy();
    confirm(words.resend);

    expect(await screen.findByText(words.resent)).toBeTruthy();
    expect(asked(`POST ${path}/resend-invite`)).toHaveLength(1);
  });

  it('says when it is too early to invite again', async () => {
    await open(waiting, {
      [`POST ${path}/resend-invite`]: refused(429, { detail: 'An invitation goes out once in 24 hours.' }, 60),
    });
    fireEvent.click(screen.getByRole('button', { name: words.resend }));
    confirm(words.resend);

    expect(await screen.findByText('An invitation goes out once in 24 hours.')).toBeTruthy();
  });

  it('is to say which account is theirs', async () => {
    const { asked } = await open(waiting, { [`POST ${path}/link-slack`]: ok(dana) });
    fireEvent.click(screen.getByRole('button', { name: words.link }));
    fireEvent.change(screen.getByLabelText(words.linkId), { target: { value: ' u012ab3cd ' } });
    confirm(words.link);

    expect(await screen.findByText(words.linked)).toBeTruthy();
    expect(asked(`POST ${path}/link-slack`)[0]?.body).toEqual({ slackUserId: 'U012AB3CD' });
  });

  it('is to let them leave on a day, for a reason', async () => {
    const { asked } = await open({}, { [`POST ${path}/leave`]: ok({ ...dana, status: 'leaving' }) });
    fireEvent.click(screen.getByRole('button', { name: words.leave }));
    fireEvent.change(screen.getByLabelText(words.leaveDay), { target: { value: '2026-03-31' } });
    fireEvent.change(screen.getByLabelText(words.reason), { target: { value: 'Moves away' } });
    confirm(words.leaveDo);

    expect(await screen.findByRole('button', { name: words.keep })).toBeTruthy();
    expect(asked(`POST ${path}/leave`)[0]?.body).toEqual({ date: '2026-03-31', reason: 'Moves away' });
  });

  it('is to take them in again, and nothing else once they have left', async () => {
    const { asked } = await open({ status: 'left', leaveDate: '2026-03-01' }, { [`POST ${path}/reinstate`]: ok(dana) });
    expect(screen.queryByRole('link', { name: words.edit })).toBeNull();
    expect(screen.queryByRole('button', { name: words.addRole })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: words.reinstate }));
    confirm(words.reinstate);

    expect(await screen.findByText(words.reinstated)).toBeTruthy();
    expect(asked(`POST ${path}/reinstate`)).toHaveLength(1);
  });
});
