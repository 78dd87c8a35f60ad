import { describe, expect, it } from 'vitest';
import { startRun } from '../../domain/reminder.ts';
import { getRunHandler, listRunsHandler } from './list-runs.ts';
import { aRemindingRegister } from './testing.ts';

const withRuns = async (...dates: string[]) => {
  const register = aRemindingRegister('2026-03-02T09:00:00Z');
  for (const date of dates) {
    const at = new Date(`${date}T11:00:00Z`);
    await register.runs.save(startRun('vw', { template: 'reminder', date, call: 1, at }, at), []);
  }
  return register;
};
const all = { siteId: 'vw', pageSize: 0, pageToken: '' };

describe('the runs of a site', () => {
  it('come newest first, page by page', async () => {
    const list = listRunsHandler(await withRuns('2026-03-02', '2026-03-03', '2026-03-04'));
    const first = await list({ ...all, pageSize: 2 });
    expect(first.runs.map(({ date }) => date)).toEqual(['2026-03-04', '2026-03-03']);
    const second = await list({ ...all, pageSize: 2, pageToken: first.nextPageToken ?? '' });
    expect(second.runs.map(({ date }) => date)).toEqual(['2026-03-02']);
    expect(second).not.toHaveProperty('nextPageToken');
  });

  it('refuse a page token of another site', async () => {
    const list = listRunsHandler(await withRuns());
    await expect(list({ ...all, pageToken: 'quay_2026-03-02_reminder' })).rejects.toMatchObject({
      code: 'register.bad_page_token',
    });
  });
});

it('refuses a run that is not there', async () => {
  const register = await withRuns();
  await expect(getRunHandler(register)('vw_2026-03-02_reminder')).rejects.toMatchObject({
    code: 'register.reminder_run_not_found',
  });
});
