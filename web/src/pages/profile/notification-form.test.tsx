import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { NotificationPreferences, NotificationPreferencesView } from '@guildhall/client';
import { describe, expect, it } from 'vitest';
import { ok, refused } from '../../testing/platform.ts';
import { ada, sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { notifications as en } from '../../words/en/notifications.ts';

const own: NotificationPreferences = { switches: [], digests: [], timeZone: '' };
const seen: NotificationPreferencesView = {
  own,
  effective: {
    switches: [{ category: 'reminder', channel: 'email', enabled: true }],
    digests: [{ category: 'reminder', every: 'off', at: '', weekday: 0 }],
    timeZone: 'UTC',
  },
  critical: ['auth', 'emergency'],
};
const rights = ok(
  sessionOf('people.read', 'notifier.messages.read', 'notifier.preferences.manage', 'notifier.suppressions.manage'),
);

describe('the notifications of somebody else', () => {
  const path = '/api/notifier/people/p9/preferences';
  const eve = { ...ada, id: 'p9', displayName: 'Eve Adams' };
  const routes = {
    'GET /api/auth/session': rights,
    'GET /api/people/p9': ok(eve),
    [`GET ${path}`]: ok(seen),
    [`PUT ${path}`]: ok(seen),
  };

  it('are changed for them, and it is said whose they are', async () => {
    const { asked } = visit('/people/p9/notifications', routes);
    expect(await screen.findByRole('heading', { name: en.titleOf('Eve Adams') })).toBeTruthy();
    expect(screen.getByText(en.hintOf('Eve Adams'))).toBeTruthy();
    const row = within(await screen.findByRole('group', { name: en.categories.reminder }));
    fireEvent.click(row.getByRole('checkbox', { name: en.channels.email }));

    await waitFor(() => expect(asked(`PUT ${path}`)).toHaveLength(1));
    expect(asked(`PUT ${path}`)[0]?.body).toEqual({
      ...own,
      switches: [{ category: 'reminder', channel: 'email', enabled: false }],
    });
  });

  it('are a step from the person, for who may', async () => {
    visit('/people/p9', routes);
    const link = await screen.findByRole('link', { name: 'Notifications' });
    expect(link.getAttribute('href')).toBe('/people/p9/notifications');
  });

  it('are no step from the person for anybody else', async () => {
    visit('/people/p9', { ...routes, 'GET /api/auth/session': ok(sessionOf('people.read')) });
    await screen.findByRole('heading', { name: 'Eve Adams' });
    expect(screen.queryByRole('link', { name: 'Notifications' })).toBeNull();
  });

  it('say so when there is no such person', async () => {
    visit('/people/p9/notifications', { ...routes, 'GET /api/people/p9': refused(404, { detail: 'Nobody.' }) });
    expect(await screen.findByText('Nobody.')).toBeTruthy();
  });
});

describe('the notifications for everybody', () => {
  const path = '/api/notifier/preferences';

  it('are set as those of one person are', async () => {
    const { asked } = visit('/messages/notifications', {
      'GET /api/auth/session': rights,
      [`GET ${path}`]: ok(seen),
      [`PUT ${path}`]: ok(seen),
    });
    expect(await screen.findByRole('heading', { name: en.defaults })).toBeTruthy();
    const zone = await screen.findByLabelText(en.zone);
    expect(within(zone).getByText(en.zoneNone)).toBeTruthy();
    fireEvent.change(zone, { target: { value: 'Europe/London' } });

    await waitFor(() => expect(asked(`PUT ${path}`)[0]?.body).toEqual({ ...own, timeZone: 'Europe/London' }));
  });

  it('are a step from the messages, as the stopped addresses are, for who may', async () => {
    visit('/messages', {
      'GET /api/auth/session': rights,
      'GET /api/notifier/messages': ok({ messages: [] }),
      'GET /api/notifier/providers': ok({ providers: [] }),
    });
    const links = within(await screen.findByRole('navigation', { name: 'Messages' }));
    expect(links.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/messages/statistics',
      '/messages/templates',
      '/messages/notifications',
      '/messages/suppressions',
    ]);
  });
});
