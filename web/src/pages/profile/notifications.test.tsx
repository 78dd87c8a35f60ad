import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { NotificationPreferences, NotificationPreferencesView } from '@guildhall/client';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { visit } from '../../testing/visit.tsx';
import { en as everywhere } from '../../words/en.ts';
import { notifications as en } from '../../words/en/notifications.ts';

const path = '/api/notifier/me/preferences';
const nothing: NotificationPreferences = { switches: [], digests: [], timeZone: '' };
const categories = ['reminder', 'board'] as const;
const channels = ['email', 'sms', 'slack', 'push', 'inbox'] as const;

const viewOf = (own: NotificationPreferences): NotificationPreferencesView => ({
  own,
  effective: {
    switches: categories.flatMap((category) =>
      channels.map((channel) => ({
        category,
        channel,
        enabled: own.switches.find((one) => one.category === category && one.channel === channel)?.enabled ?? true,
      })),
    ),
    quietHours: own.quietHours ?? { spans: [] },
    digests: categories.map(
      (category) =>
        own.digests.find((one) => one.category === category) ?? { category, every: 'off', at: '', weekday: 0 },
    ),
    timeZone: own.timeZone || 'Europe/London',
  },
  critical: ['auth', 'emergency'],
});

const open = async (own: NotificationPreferences = nothing, more: Routes = {}) => {
  const app = visit('/profile', {
    [`GET ${path}`]: ok(viewOf(own)),
    [`PUT ${path}`]: ({ body }) => ok(viewOf({ ...nothing, ...(body as NotificationPreferences) })),
    ...more,
  });
  const row = await screen.findByRole('group', { name: en.categories.reminder });
  return { ...app, row: within(row), saved: () => app.asked(`PUT ${path}`).map(({ body }) => body) };
};

describe('the notifications on the profile', () => {
  it('show what may be switched, and neither what is critical nor channels of others', async () => {
    const { row } = await open();
    expect(screen.queryByRole('group', { name: en.categories.emergency })).toBeNull();
    expect(row.getAllByRole('checkbox')).toHaveLength(4);
    expect(row.queryByText('Slack')).toBeNull();
  });

  it('switch one kind on one channel, and keep it at once', async () => {
    const { row, saved } = await open({ ...nothing, timeZone: 'Asia/Tokyo' });
    fireEvent.click(row.getByRole('checkbox', { name: en.channels.sms }));

    await screen.findByText(everywhere.app.saved);

    expect(saved()).toEqual([
      { ...nothing, timeZone: 'Asia/Tokyo', switches: [{ category: 'reminder', channel: 'sms', enabled: false }] },
    ]);
    expect(row.getByRole<HTMLInputElement>('checkbox', { name: en.channels.sms }).checked).toBe(false);
  });

  it('let messages come together once a day, at a time that is kept when one leaves it', async () => {
    const { row, saved } = await open();
    fireEvent.change(row.getByLabelText(en.together), { target: { value: 'day' } });
    const time = await row.findByLabelText(en.at);
    fireEvent.change(time, { target: { value: '17:30' } });
    fireEvent.blur(time);

    await waitFor(() => expect(saved()).toHaveLength(2));

    expect(saved()).toMatchObject([
      { digests: [{ category: 'reminder', every: 'day', at: '08:00', weekday: 0 }] },
      { digests: [{ category: 'reminder', every: 'day', at: '17:30', weekday: 0 }] },
    ]);
  });

  it('let them come once a week, on a day', async () => {
    const { row, saved } = await open();
    fireEvent.change(row.getByLabelText(en.together), { target: { value: 'week' } });
    fireEvent.change(await row.findByLabelText(en.weekday), { target: { value: '5' } });

    await waitFor(() => expect(saved()).toHaveLength(2));

    expect(saved()[1]).toMatchObject({ digests: [{ every: 'week', at: '08:00', weekday: 5 }] });
  });

  it('say what was refused, and change nothing', async () => {
    const { row } = await open(nothing, { [`PUT ${path}`]: refused(422, { detail: 'No.' }) });
    fireEvent.click(row.getByRole('checkbox', { name: en.channels.email }));

    expect(await screen.findByText('No.')).toBeTruthy();
    expect(row.getByRole<HTMLInputElement>('checkbox', { name: en.channels.email }).checked).toBe(true);
  });
});

describe('quiet hours', () => {
  const night = (days: readonly number[], times = { from: '22:00', to: '07:00' }) =>
    days.map((weekday) => ({ weekday, ...times }));

  it('are every night when they are switched on', async () => {
    const { saved } = await open();
    fireEvent.click(within(screen.getByRole('group', { name: en.quiet })).getByRole('switch'));

    await screen.findByLabelText(en.quietFrom);

    expect(saved()).toMatchObject([{ quietHours: { spans: night([1, 2, 3, 4, 5, 6, 7]) } }]);
  });

  it('are kept with their days and times when one says so', async () => {
    const { saved } = await open({ ...nothing, quietHours: { spans: night([1, 2]) } });
    const group = within(screen.getByRole('group', { name: en.quiet }));
    fireEvent.change(group.getByLabelText(en.quietFrom), { target: { value: '20:00' } });
    fireEvent.click(group.getByRole('checkbox', { name: 'Tuesday' }));
    fireEvent.click(group.getByRole('button', { name: everywhere.app.save }));

    await waitFor(() => expect(saved()).toHaveLength(1));

    expect(saved()).toMatchObject([{ quietHours: { spans: night([1], { from: '20:00', to: '07:00' }) } }]);
  });

  it('need a day', async () => {
    const { saved } = await open({ ...nothing, quietHours: { spans: night([1]) } });
    const group = within(screen.getByRole('group', { name: en.quiet }));
    fireEvent.click(group.getByRole('checkbox', { name: 'Monday' }));
    fireEvent.click(group.getByRole('button', { name: everywhere.app.save }));

    expect(await screen.findByText(en.quietNoDay)).toBeTruthy();
    expect(saved()).toEqual([]);
  });

  it('are none, also where the organisation has some, when they are switched off', async () => {
    const { saved } = await open({ ...nothing, quietHours: { spans: night([1]) } });
    fireEvent.click(within(screen.getByRole('group', { name: en.quiet })).getByRole('switch'));

    await waitFor(() => expect(saved()).toMatchObject([{ quietHours: { spans: [] } }]));
  });
});

describe('the link at the foot of a mail', () => {
  const link = '/api/notifier/unsubscribe/tok';
  const nobody = { 'GET /api/auth/session': refused(401) };
  const routes: Routes = {
    ...nobody,
    [`GET ${link}`]: ok({ category: 'reminder', subscribed: true }),
    [`POST ${link}`]: ({ body }) =>
      ok({ category: 'reminder', subscribed: !(body as { unsubscribe?: boolean }).unsubscribe }),
  };

  it('asks first, switches off, and takes it back', async () => {
    const { asked } = visit('/unsubscribe/tok', routes);
    const button = await screen.findByRole('button', { name: en.unsubscribeDo });
    expect(asked(`POST ${link}`)).toEqual([]);

    fireEvent.click(button);
    expect(await screen.findByText(en.unsubscribed(en.categories.reminder))).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: en.resubscribeDo }));
    expect(await screen.findByText(en.subscribed(en.categories.reminder))).toBeTruthy();
    expect(asked(`POST ${link}`).map(({ body }) => body)).toEqual([{ unsubscribe: true }, { unsubscribe: false }]);
  });

  it('says when it is none of ours', async () => {
    visit('/unsubscribe/tok', { ...nobody, [`GET ${link}`]: refused(410, { code: 'notifier.link_unusable' }) });
    expect(await screen.findByText('This link does not work any more')).toBeTruthy();
  });
});
