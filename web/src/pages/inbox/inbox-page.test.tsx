import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { InboxEntry } from '@guildhall/client';
import { feeds } from '../../testing/feed.ts';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';
import { inbox as words } from '../../words/en/inbox.ts';
import { inboxSearch, snoozeUntil } from './search.ts';

const entry: InboxEntry = {
  id: 'm1',
  category: 'reminder',
  title: 'Sign out',
  body: 'You are still signed in.',
  link: '/presence',
  at: '2026-03-02T09:00:00Z',
};
const read: InboxEntry = { ...entry, id: 'm2', title: 'Old news', readAt: '2026-03-02T09:30:00Z' };

const open = async (more: Routes = {}, address = '/inbox') => {
  const app = visit(address, {
    'GET /api/auth/session': ok(sessionOf()),
    'GET /api/notifier/me/inbox': ok({ entries: [entry, read] }),
    'GET /api/notifier/me/inbox/counts': ok({ unread: 0, unseen: 0 }),
    'POST /api/notifier/me/inbox/read-all': ok({ unread: 0, unseen: 0 }),
    ...more,
  });
  await screen.findByRole('heading', { name: words.title });
  return app;
};

describe('the inbox', () => {
  it('says what is new, and that it was seen', async () => {
    const { asked } = await open();

    expect(await screen.findByRole('heading', { name: 'Sign out' })).toBeTruthy();
    expect(screen.getAllByText(words.isUnread, { selector: '.tag' })).toHaveLength(1);
    await waitFor(() => expect(asked('POST /api/notifier/me/inbox/read-all')[0]?.body).toEqual({ seenOnly: true }));
  });

  it.each([
    [words.readNamed('Sign out'), 'm1/read'],
    [words.unreadNamed('Old news'), 'm2/unread'],
    [words.archiveNamed('Sign out'), 'm1/archive'],
  ])('%s', async (name, path) => {
    const { asked } = await open({ [`POST /api/notifier/me/inbox/${path}`]: ok(entry) });
    fireEvent.click(await screen.findByRole('button', { name }));

    await waitFor(() => expect(asked(`POST /api/notifier/me/inbox/${path}`)).toHaveLength(1));
    await waitFor(() => expect(asked('GET /api/notifier/me/inbox').length).toBeGreaterThan(1));
  });

  it('puts an entry off until a time', async () => {
    const { asked } = await open({ 'POST /api/notifier/me/inbox/m1/snooze': ok(entry) });
    fireEvent.click(await screen.findByRole('button', { name: words.laterNamed('Sign out') }));
    fireEvent.click(await screen.findByRole('button', { name: words.hour }));

    await waitFor(() => expect(asked('POST /api/notifier/me/inbox/m1/snooze')).toHaveLength(1));
    const { until } = asked('POST /api/notifier/me/inbox/m1/snooze')[0]!.body as { until: string };
    expect(new Date(until).getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  });

  it('reads what is followed', async () => {
    const { asked, router } = await open({ 'POST /api/notifier/me/inbox/m1/read': ok(entry) });
    fireEvent.click(await screen.findByRole('link', { name: 'Sign out' }));

    await waitFor(() => expect(asked('POST /api/notifier/me/inbox/m1/read')).toHaveLength(1));
    await waitFor(() => expect(router.state.location.pathname).toBe('/presence'));
  });

  it('leads nowhere but into the application and to https', async () => {
    await open({ 'GET /api/notifier/me/inbox': ok({ entries: [{ ...entry, link: 'javascript:alert(1)' }] }) });
    await screen.findByRole('heading', { name: 'Sign out' });

    expect(screen.queryByRole('link', { name: 'Sign out' })).toBeNull();
  });

  it('reads all at once', async () => {
    const { asked } = await open();
    fireEvent.click(await screen.findByRole('button', { name: words.readAll }));

    await waitFor(() => expect(asked('POST /api/notifier/me/inbox/read-all').at(-1)?.body).toEqual({}));
  });

  it('shows another part of it by its address', async () => {
    const { asked } = await open({ 'GET /api/notifier/me/inbox': ok({ entries: [] }) }, '/inbox?show=archived');

    expect(await screen.findByText(words.emptyHints.archived)).toBeTruthy();
    expect(asked('GET /api/notifier/me/inbox')[0]?.search.get('filter')).toBe('archived');
  });

  it('says so when it cannot be read', async () => {
    await open({ 'GET /api/notifier/me/inbox': refused(503, { title: 'Away' }) });

    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});

describe('the bell', () => {
  it('counts what is unread, live', async () => {
    const { opened } = feeds();
    await open({ 'GET /api/notifier/me/inbox/counts': ok({ unread: 120, unseen: 2 }) });
    const feed = opened.find(({ url }) => url === '/api/notifier/me/inbox/stream');
    act(() => feed?.says('snapshot', { unread: 3, unseen: 1 }));
    expect(await screen.findByRole('link', { name: en.app.inbox(3) })).toBeTruthy();
    act(() => feed?.says('inbox-changed', { personId: 'ada', entryId: 'm3', change: 'added' }));

    expect((await screen.findByRole('link', { name: en.app.inbox(120) })).textContent).toBe('99+');
  });
});

describe('what is put off', () => {
  const now = new Date(2026, 2, 2, 22, 15);

  it('comes back in an hour, or in the morning', () => {
    expect(snoozeUntil('hour', now)).toEqual(new Date(2026, 2, 2, 23, 15));
    expect(snoozeUntil('tomorrow', now)).toEqual(new Date(2026, 2, 3, 9));
    expect(snoozeUntil('week', now)).toEqual(new Date(2026, 2, 9, 9));
  });

  it('is shown by an address that means something', () => {
    expect([{}, { show: 'snoozed' }, { show: 'unspecified' }, { show: 7 }].map(inboxSearch)).toEqual([
      {},
      { show: 'snoozed' },
      {},
      {},
    ]);
  });
});
