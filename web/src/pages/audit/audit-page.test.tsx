import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { ada, sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';
import { auditSearch } from './search.ts';

const audits = 'GET /api/register/audits';
const words = en.admin.audit;

const entry = (id: string, more: object = {}) => ({
  id,
  at: '2026-03-02T09:00:00Z',
  action: 'visit.correct',
  actorId: 'p1',
  subjectId: 'p2',
  siteId: 'north',
  via: 'admin',
  ip: '192.0.2.1',
  userAgent: 'Firefox',
  ...more,
});

const open = (address: string, more: Routes = {}) =>
  visit(address, {
    'GET /api/auth/session': ok(sessionOf('register.audit.read', 'people.read')),
    'GET /api/people/p1': ok(ada),
    'GET /api/people/p2': ok({ ...ada, id: 'p2', displayName: 'Bob Moran' }),
    [audits]: ok({ audits: [entry('a1')] }),
    ...more,
  });

describe('the record', () => {
  it('says what was done, where, by whom and to whom', async () => {
    open('/audit');

    const row = (await screen.findByText('192.0.2.1')).closest('tr');
    await waitFor(() => expect(row?.textContent).toContain('North Workshop'));
    expect(row?.textContent).toContain(words.actions['visit.correct']);
    await waitFor(() => expect(row?.textContent).toContain('Bob Moran'));
  });

  it('is asked for by what the address says, the last day with it', async () => {
    const { asked } = open('/audit?action=visit.correct&site=north&from=2026-03-01&to=2026-03-02');
    await screen.findByText('192.0.2.1');

    const search = asked(audits)[0]?.search;
    expect([search?.get('action'), search?.get('siteId')]).toEqual(['visit.correct', 'north']);
    expect(search?.get('from')).toBe(new Date('2026-03-01T00:00:00').toISOString());
    expect(search?.get('to')).toBe(new Date('2026-03-03T00:00:00').toISOString());
  });

  it('keeps what is filtered in the address, and forgets it on demand', async () => {
    const { router } = open('/audit');
    fireEvent.change(await screen.findByLabelText(words.action), { target: { value: 'visit.correct' } });
    await waitFor(() => expect(router.state.location.search).toEqual({ action: 'visit.correct' }));
    fireEvent.click(await screen.findByRole('button', { name: words.clear }));

    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  it('goes on where the page ends', async () => {
    const { asked, change } = open('/audit', { [audits]: ok({ audits: [entry('a1')], nextPageToken: 'more' }) });
    fireEvent.click(await screen.findByRole('button', { name: en.app.more }));
    change({ [audits]: ok({ audits: [entry('a2', { ip: '192.0.2.2' })] }) });

    await waitFor(() => expect(asked(audits)[1]?.search.get('pageToken')).toBe('more'));
  });

  it('says where nothing was recorded, and what is wrong', async () => {
    const { change, client } = open('/audit', { [audits]: ok({ audits: [] }) });
    expect(await screen.findByText(words.empty)).toBeTruthy();
    change({ [audits]: refused(500, { detail: 'Not now.' }) });
    void client.invalidateQueries({ queryKey: ['audits'] });

    expect(await screen.findByText('Not now.', {}, { timeout: 10_000 })).toBeTruthy();
  });
});

describe('the filters of an address', () => {
  it('are those that make sense', () => {
    expect(auditSearch({ action: 'x', from: '2026-02-30', to: 'soon', site: 7, other: 'y' })).toEqual({ action: 'x' });
  });
});
