import { beforeAll, describe, expect, it, vi } from 'vitest';
import { lookAt } from './browser/sights.ts';
import type { Device } from './platform/device.ts';
import { follow, nextEvent } from './platform/events.ts';
import { content } from './platform/http.ts';
import { administrator, memberWith, patiently } from './platform/people.ts';
import { clock } from './platform/sandbox.ts';
import { unique } from './platform/unique.ts';

type Entries = Readonly<{ entries: readonly Readonly<{ id: string; title: string; readAt?: string }>[] }>;
type Messages = Readonly<{ messages: readonly Readonly<{ id: string; state: string }>[] }>;

type Rows = Readonly<{ rows: readonly Readonly<{ key: string; counts: Readonly<{ read: number }> }>[] }>;

let admin: Device;
let ada: Device;
let adaId: string;
let messageId: string;
const reference = unique();

beforeAll(async () => {
  admin = (await administrator()).device;
  const { device, person } = await memberWith(['member']);
  [ada, adaId] = [device, person.id];
});

const inbox = async (filter = ''): Promise<Entries['entries']> =>
  content(await ada.call<Entries>('GET', `/api/notifier/me/inbox${filter}`)).entries;

const post = async (what: string, body: object = {}) =>
  content(await ada.call('POST', `/api/notifier/me/inbox/${messageId}/${what}`, { body }));

/** By the clock of the platform. */
const inDays = async (days: number): Promise<string> =>
  new Date((await clock.now()).getTime() + days * 86_400_000).toISOString();

describe('a message in the application', () => {
  it('comes live, is read, and whoever may see messages sees that it was', async () => {
    const events = await follow(ada, '/api/notifier/me/inbox/stream');
    await nextEvent(events, ({ event }) => event === 'snapshot');
    const variables = { host: 'example.org', description: 'Doors' };
    const asked = { template: 'webhook-disabled', category: 'presence', reach: 'every', reference, variables };
    const body = { ...asked, recipients: [{ personId: adaId }] };
    content(await admin.call('POST', '/api/notifier/messages', { body }), 202);

    const { data } = await nextEvent(events, ({ event }) => event === 'inbox-changed');
    expect(data).toMatchObject({ personId: adaId, change: 'added' });
    messageId = String(data['entryId']);
    expect((await inbox()).map(({ id }) => id)).toContain(messageId);
    await post('read');

    await vi.waitFor(async () => {
      const path = `/api/notifier/messages?personId=${adaId}&state=read`;
      expect(content(await admin.call<Messages>('GET', path)).messages.map(({ id }) => id)).toEqual([messageId]);
    });
    events.close();
  });

  it('is put off, archived and found again', async () => {
    await post('snooze', { until: await inDays(300) });
    expect((await inbox()).map(({ id }) => id)).not.toContain(messageId);
    expect((await inbox('?filter=snoozed')).map(({ id }) => id)).toEqual([messageId]);
    await post('archive');
    expect((await inbox('?filter=archived')).map(({ id }) => id)).toEqual([messageId]);
    await post('unarchive');
    expect((await inbox()).map(({ id }) => id)).toContain(messageId);
  });

  it('counts in the statistics', async () => {
    const path = `/api/notifier/statistics?from=${await inDays(-30)}&to=${await inDays(30)}&by=channel`;
    const { rows } = await patiently(() => admin.call<Rows>('GET', path)).then((answer) => content(answer));

    expect(rows.find(({ key }) => key === 'inbox')?.counts.read).toBeGreaterThan(0);
  });

  it('is nobody else’s', async () => {
    const other = (await memberWith(['member'])).device;
    const answer = await other.call('POST', `/api/notifier/me/inbox/${messageId}/read`, { body: {} });

    expect(answer.status).toBe(404);
  });
});

type Audits = Readonly<{ audits: readonly Readonly<{ action: string; actorId: string; via: string }>[] }>;
type Suppressions = Readonly<{ suppressions: readonly Readonly<{ to: string; reason: string }>[] }>;

describe('what is done for others', () => {
  it('stops an address by hand', async () => {
    const to = `${unique()}@example.org`;
    content(await admin.call('POST', '/api/notifier/suppressions', { body: { channel: 'email', to } }), 201);

    const found = content(await admin.call<Suppressions>('GET', `/api/notifier/suppressions?to=${to}`)).suppressions;
    expect(found).toMatchObject([{ to, reason: 'manual' }]);
  });

  it('is recorded where it changes what somebody is told', async () => {
    const path = `/api/notifier/people/${adaId}/preferences`;
    content(await admin.call('PUT', path, { body: { timeZone: 'Europe/Paris' } }));

    await vi.waitFor(async () => {
      const action = 'notifications.preferences_changed';
      const asked = `/api/people/audits?subjectId=${adaId}&action=${action}`;
      expect(content(await admin.call<Audits>('GET', asked)).audits).toMatchObject([{ action, via: 'admin' }]);
    });
  });
});

lookAt({
  inbox: {
    as: () => ada,
    path: () => '/inbox',
    until: (page) => page.locator('.entry').first().waitFor(),
  },
  'an empty part of the inbox': {
    as: () => ada,
    path: () => '/inbox?show=archived',
    until: (page) => page.getByText('Nothing here').waitFor(),
  },
  'the timeline of a message': {
    as: () => admin,
    path: () => `/messages/${messageId}`,
    until: (page) => page.locator('.timeline li').first().waitFor(),
  },
  'statistics of messages': {
    as: () => admin,
    path: () => '/messages/statistics',
    until: (page) => page.getByRole('img', { name: /Messages each day/ }).waitFor(),
  },
  'the search for messages': {
    as: () => admin,
    path: () => `/messages?personId=${adaId}`,
    until: (page) => page.getByLabel('Reference').waitFor(),
  },
  'stopped addresses': {
    as: () => admin,
    path: () => '/messages/suppressions',
    until: (page) => page.getByText('Stopped by hand').first().waitFor(),
  },
  'stopping an address': {
    as: () => admin,
    path: () => '/messages/suppressions',
    until: async (page) => {
      await page.getByRole('button', { name: 'Stop an address' }).click();
      await page.getByRole('dialog').getByLabel('E-mail address').waitFor();
    },
  },
  'notifications for everybody': {
    as: () => admin,
    path: () => '/messages/notifications',
    until: (page) => page.getByRole('group', { name: 'Reminders' }).waitFor(),
  },
  'notifications of somebody': {
    as: () => admin,
    path: () => `/people/${adaId}/notifications`,
    until: (page) => page.getByRole('group', { name: 'Reminders' }).waitFor(),
  },
  'webhooks of messages': {
    as: () => admin,
    path: () => '/messages/webhooks',
    until: (page) => page.getByRole('button', { name: 'Add a webhook' }).waitFor(),
  },
});
