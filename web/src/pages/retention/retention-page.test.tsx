import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, type Request, type Routes } from '../../testing/platform.ts';
import { northSite, sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

const path = '/api/register/retention';
const words = en.admin.retention;

const run = (dryRun: boolean, more: object = {}) => ({
  id: 'r1',
  siteId: 'north',
  at: '2026-03-02T03:00:00Z',
  dryRun,
  days: 30,
  cutoff: '2026-01-31T00:00:00Z',
  visits: 12,
  audits: 3,
  adminAudits: 0,
  daysCounted: 2,
  oldCounts: 0,
  daysAffected: [],
  by: '',
  ...more,
});

const open = (more: Routes = {}, ...rights: string[]) =>
  visit('/retention', {
    'GET /api/auth/session': ok(sessionOf('register.retention.run', ...rights)),
    'GET /api/register/sites/north': ok(northSite),
    [`GET ${path}/runs`]: ok({ runs: [] }),
    ...more,
  });

describe('how long things are kept', () => {
  it('is shown for each site, to those who look after sites', async () => {
    open({}, 'register.sites.write');

    expect(await screen.findByRole('rowheader', { name: 'North Workshop' })).toBeTruthy();
    expect(await screen.findByText(words.keeps(30))).toBeTruthy();
  });

  it('is tried out without deleting anything', async () => {
    const { asked } = open({ [`POST ${path}`]: ok({ runs: [run(true)] }) });
    fireEvent.click(await screen.findByRole('button', { name: words.dryRun }));

    expect(await screen.findByText(words.would, { exact: false })).toBeTruthy();
    expect(asked(`POST ${path}`)[0]?.body).toMatchObject({ dryRun: true });
  });

  it('deletes after one question that says where', async () => {
    const answer = ({ body }: Request) => ok({ runs: [run((body as { dryRun?: boolean }).dryRun ?? false)] });
    const { asked } = open({ [`POST ${path}`]: answer });
    fireEvent.click(await screen.findByRole('button', { name: words.run }));
    expect(asked(`POST ${path}`)).toEqual([]);
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: words.run }));

    expect(await screen.findByText(words.ran)).toBeTruthy();
    expect(asked(`POST ${path}`)).toHaveLength(1);
    expect(asked(`POST ${path}`)[0]?.body).not.toMatchObject({ dryRun: true });
  });
});

describe('people who have not come for long', () => {
  const erasure = 'POST /api/people/retention';

  it('are named before anybody is erased, and only for those who may erase', async () => {
    open();
    await screen.findByRole('button', { name: words.dryRun });

    expect(screen.queryByRole('button', { name: words.peopleTry })).toBeNull();
  });

  it('are named, and erased after a question', async () => {
    const sleeper = { personId: 'p2', displayName: 'Bob Moran', lastSeenAt: '2024-03-02T09:00:00Z' };
    const answer = ({ body }: Request) => {
      const { dryRun = false } = body as { dryRun?: boolean };
      return ok({ dryRun, erased: dryRun ? 0 : 1, people: [sleeper] });
    };
    const { asked } = open({ [erasure]: answer }, 'people.erase');
    fireEvent.click(await screen.findByRole('button', { name: words.peopleTry }));
    expect(await screen.findByText(/Bob Moran/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: words.peopleRun }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: words.peopleRun }));

    expect(await screen.findByText(words.peopleErased(1))).toBeTruthy();
    expect(asked(erasure)).toHaveLength(2);
  });
});
