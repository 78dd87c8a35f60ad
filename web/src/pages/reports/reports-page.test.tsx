import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { feeds } from '../../testing/feed.ts';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

const site = '/api/register/sites/north';
const words = en.reports;

const day = (date: string, distinctUsers: number, notSignedOut = 0) => ({
  date,
  distinctUsers,
  notSignedOut,
  totalRecords: distinctUsers,
});

const open = (address: string, more: Routes = {}) => {
  feeds();
  return visit(address, {
    'GET /api/auth/session': ok(sessionOf('register.view_report', 'register.exports.write')),
    [`GET ${site}/stats`]: ok({ days: [day('2026-03-01', 4, 1), day('2026-03-02', 7, 7)] }),
    ...more,
  });
};

const range = '/reports?view=range&from=2026-02-27&to=2026-03-02';

const heightsOf = (selector: string): string[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].map(({ style }) => style.height);

describe('the report over time', () => {
  it('draws every day of the range, those without anybody too', async () => {
    open(range);
    await waitFor(() => expect(document.querySelectorAll('.chart-bar')).toHaveLength(4));
    expect(heightsOf('.chart-bar span:not(.chart-missing)').slice(0, 2)).toEqual(['0%', '0%']);
  });

  it('does not say of those who are still inside today that they forgot to sign out', async () => {
    open(range);

    await waitFor(() => expect(heightsOf('.chart-missing')).toEqual(['0%', '0%', `${(1 / 7) * 100}%`, '0%']));
  });

  it('says where nobody came', async () => {
    open(range, { [`GET ${site}/stats`]: ok({ days: [day('2026-03-01', 0)] }) });

    expect(await screen.findByText(words.perDayNone)).toBeTruthy();
  });

  it('says what is wrong, and tries again', async () => {
    const { asked } = open(range, { [`GET ${site}/stats`]: refused(422, { detail: 'The range is too long.' }) });
    const alert = (await screen.findByText('The range is too long.')).closest<HTMLElement>('[role="alert"]');
    if (alert) fireEvent.click(within(alert).getByRole('button', { name: en.app.tryAgain }));

    await waitFor(() => expect(asked(`GET ${site}/stats`).length).toBeGreaterThan(1));
  });
});
