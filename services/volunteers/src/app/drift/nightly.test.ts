import { describe, expect, it } from 'vitest';
import { orgDays } from '../../domain/org-day.ts';
import { testClock } from '../testing.ts';
import { inMemoryReconciliations } from '../testing/access.ts';
import { planNightlyHandler } from './nightly.ts';

const plannedAt = async (now: string) => {
  const reconciliations = inMemoryReconciliations();
  const days = orgDays('Asia/Jerusalem');
  const plan = planNightlyHandler({ reconciliations, days, clock: testClock(now), reconcileAt: '03:15' });
  await plan();
  await plan();
  return [...reconciliations.stored.values()].map(({ id, startedAt }) => [id, startedAt.toISOString()]);
};

describe('the nightly comparison', () => {
  it('comes today while its time is ahead, in the zone of the organisation', async () => {
    expect(await plannedAt('2026-03-02T00:30:00Z')).toEqual([['2026-03-02', '2026-03-02T01:15:00.000Z']]);
  });

  it('comes tomorrow otherwise, once however many plan it', async () => {
    expect(await plannedAt('2026-03-02T08:00:00Z')).toEqual([['2026-03-03', '2026-03-03T01:15:00.000Z']]);
  });

  it('follows the clocks when they change', async () => {
    expect(await plannedAt('2026-03-27T08:00:00Z')).toEqual([['2026-03-28', '2026-03-28T00:15:00.000Z']]);
  });
});
