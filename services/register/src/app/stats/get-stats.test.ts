import { describe, expect, it } from 'vitest';
import { aRegister } from '../testing.ts';
import { getStatsHandler } from './get-stats.ts';

const asked = (range: Readonly<{ from?: string; to?: string }>) => {
  const register = aRegister('2026-07-01T23:30:00Z');
  const stats = async (query: Readonly<{ from: string; to: string }>) => [
    { date: `${query.from}..${query.to}`, distinctUsers: 0, notSignedOut: 0, openVisits: 0 },
  ];
  return getStatsHandler({ ...register, stats })({ siteId: 'vw', from: '', to: '', ...range });
};

describe('the statistics of a site', () => {
  it('cover thirty days up to today at the site', async () => {
    expect(await asked({})).toMatchObject([{ date: '2026-06-02..2026-07-02' }]);
  });

  it('cover the days that are asked for', async () => {
    expect(await asked({ from: '2026-03-02', to: '2026-03-02' })).toMatchObject([{ date: '2026-03-02..2026-03-02' }]);
  });

  it.each([{ from: '2026-3-2' }, { to: '03/04/2026' }])('refuse %o', async (range) => {
    await expect(asked(range)).rejects.toMatchObject({ kind: 'malformed', code: 'register.bad_date' });
  });

  it.each([
    { from: '2026-03-02', to: '2026-03-01' },
    { from: '2025-01-01', to: '2026-02-05' },
  ])('refuse the range %o', async (range) => {
    await expect(asked(range)).rejects.toMatchObject({ kind: 'invalid', code: 'register.bad_range' });
  });

  it('accept 400 days', async () => {
    await expect(asked({ from: '2025-01-01', to: '2026-02-04' })).resolves.toHaveLength(1);
  });
});
