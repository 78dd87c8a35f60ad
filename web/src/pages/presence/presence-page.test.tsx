import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Feed, feeds } from '../../testing/feed.ts';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

const bob = { personId: 'p2', displayName: 'Bob Moran', since: '2026-03-02T08:00:00Z', visitId: 'v2', kind: 'person' };
const zoe = {
  personId: 'p3',
  displayName: 'Zoë Ødegård',
  since: '2026-03-02T08:30:00Z',
  visitId: 'v3',
  kind: 'person',
};
const presence = { people: [bob, zoe], count: 2, today: '2026-03-02', now: '2026-03-02T09:00:00Z' };
const ada = { personId: 'p1', visitId: 'v1', displayName: 'Ada Lovelace', kind: 'person', at: '2026-03-02T09:00:00Z' };

const names = (): string[] => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

/** The page with its feed open. */
async function watch(routes: Routes = {}): Promise<Feed> {
  const { opened } = feeds();
  visit('/presence', {
    'GET /api/auth/session': ok(sessionOf('register.view_report')),
    'GET /api/register/sites/north/presence': ok(presence),
    ...routes,
  });
  const feed = await waitFor(() => {
    const first = opened.find(({ url }) => url.includes('/presence/'));
    if (!first) throw new Error('no feed was opened');
    return first;
  });
  act(() => feed.opens());
  return feed;
}

describe("the page of who's in", () => {
  it('lists everybody and follows the feed of the site', async () => {
    const feed = await watch();

    expect(feed.url).toBe('/api/register/sites/north/presence/stream');
    expect(names()).toEqual(['Bob Moran', 'Zoë Ødegård']);
    expect(screen.getByText(en.presence.live)).toBeTruthy();
  });

  it('shows and announces who comes in, without a reload', async () => {
    const feed = await watch();

    act(() => feed.says('visit-opened', ada));

    await waitFor(() => expect(names()).toEqual(['Ada Lovelace', 'Bob Moran', 'Zoë Ødegård']));
    expect(screen.getByText(en.presence.inside(3))).toBeTruthy();
    expect(screen.getByText(en.presence.cameIn('Ada Lovelace'))).toBeTruthy();
  });

  it.each(['visit-closed', 'visit-rolled-over'])('shows and announces who has gone: %s', async (name) => {
    const feed = await watch();

    act(() => feed.says(name, { visitId: 'v2', personId: 'p2' }));

    await waitFor(() => expect(names()).toEqual(['Zoë Ødegård']));
    expect(screen.getByText(en.presence.wentOut('Bob Moran'))).toBeTruthy();
  });

  it('takes a fresh start of the feed for the truth', async () => {
    const feed = await watch();

    act(() => feed.says('snapshot', { ...presence, people: [zoe], count: 1 }));

    await waitFor(() => expect(names()).toEqual(['Zoë Ødegård']));
  });

  it('says that it is not live, and since when, while the feed is broken', async () => {
    const feed = await watch();

    act(() => feed.breaks());

    expect(await screen.findByText(/^Not live; last heard/)).toBeTruthy();
    act(() => feed.opens());
    expect(await screen.findByText(en.presence.live)).toBeTruthy();
  });

  it('finds a name with or without its accents', async () => {
    await watch();

    fireEvent.change(screen.getByLabelText(en.presence.search), { target: { value: 'ZOE' } });
    expect(names()).toEqual(['Zoë Ødegård']);
    fireEvent.change(screen.getByLabelText(en.presence.search), { target: { value: 'nobody' } });

    expect(screen.getByText(en.presence.noMatch)).toBeTruthy();
  });

  it('says so when nobody is inside', async () => {
    await watch({ 'GET /api/register/sites/north/presence': ok({ ...presence, people: [], count: 0 }) });

    expect(screen.getByText(en.presence.empty)).toBeTruthy();
  });

  it('closes its feed when one goes away', async () => {
    const feed = await watch();

    fireEvent.click(screen.getByRole('link', { name: en.nav.status }));

    await waitFor(() => expect(feed.readyState).toBe(2));
  });

  it('says which right is missing', async () => {
    feeds();
    visit('/presence', { 'GET /api/register/sites/north/presence': refused(403) });

    expect(await screen.findByText(en.app.notAllowed)).toBeTruthy();
  });
});
