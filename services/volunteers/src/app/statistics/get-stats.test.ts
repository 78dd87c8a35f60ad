import { describe, expect, it } from 'vitest';
import { aCaller, aService } from '../testing.ts';
import { type CountedVolunteer, getStatsHandler, type GroupBy } from './get-stats.ts';

/** The volunteers of the acceptance scenario. */
const withFour = async () => {
  const service = aService();
  service.slack.addUser('UA', 'a@x.org');
  const at = async (iso: string, change: () => unknown): Promise<void> => {
    service.clock.set(iso);
    await change();
    await service.settleAll();
  };
  await at('2026-01-10T08:00:00Z', () => service.enrol('d', 'd@x.org'));
  await at('2026-02-27T08:00:00Z', () => service.enrol('a', 'a@x.org', 'branch_manager'));
  service.slack.addUser('UD', 'd@x.org');
  await at('2026-03-01T08:00:00Z', () => service.enrol('b', 'b@x.org'));
  service.slack.addUser('UB', 'b@x.org');
  await at('2026-03-02T08:00:00Z', () => service.enrol('c', 'c@x.org'));
  const statsReadings = {
    dated: async function* dated() {
      yield [...service.volunteers.stored.values()].map((one): CountedVolunteer => {
        const { state, invitedAt, joinedAt, completedAt } = one.onboarding;
        const { status, createdAt, assignments } = one;
        return {
          status,
          state,
          createdAt,
          assignments,
          ...(invitedAt && { invitedAt }),
          ...(joinedAt && { joinedAt }),
          ...(completedAt && { completedAt }),
        };
      });
    },
  };
  const get = getStatsHandler({ ...service, statsReadings });
  const stats = (from: string, to: string, groupBy: GroupBy = '', who = 'root') =>
    get({ from, to, groupBy, caller: aCaller(who) });
  return { ...service, stats };
};

describe('statistics', () => {
  it('scenario 19: count the days of the organisation, both included', async () => {
    const { stats } = await withFour();
    expect((await stats('2026-02-27', '2026-03-02')).total).toMatchObject({
      registered: 3,
      joined: 3,
      waiting: 1,
      legacyJoined: 2,
    });
  });

  it.each([
    ['zzz', '', '/from'],
    ['', '2026-02-30', '/to'],
    ['2026-03-02', '2026-03-01', '/from'],
  ])('from %j to %j are refused at %s', async (from, to, pointer) => {
    const { stats } = await withFour();
    await expect(stats(from, to)).rejects.toMatchObject({ code: 'volunteers.bad_date', errors: [{ pointer }] });
  });

  it('are of the last thirty days where nothing is said', async () => {
    const { stats } = await withFour();
    expect(await stats('', '')).toMatchObject({ from: '2026-02-01', to: '2026-03-02', total: { registered: 3 } });
  });

  it('are grouped so that the groups add up', async () => {
    const { stats } = await withFour();
    const byRole = (await stats('2026-02-27', '2026-03-02', 'role')).groups;
    expect(byRole.map(({ key, counts }) => [key, counts.registered])).toEqual([
      ['branch_manager', 1],
      ['volunteer', 2],
    ]);
    const byWeek = (await stats('2026-02-27', '2026-03-02', 'week')).groups;
    expect(byWeek.map(({ key, counts }) => [key, counts.registered])).toEqual([
      ['2026-02-23', 2],
      ['2026-03-02', 1],
    ]);
    expect((await stats('2026-02-27', '2026-03-02', 'branch')).groups.map(({ key }) => key)).toEqual(['technion']);
  });

  it('reach as far as the scope of who asks', async () => {
    const { stats, scopes } = await withFour();
    scopes.managers.set('carmel', [{ branch: 'carmel' }]);
    expect((await stats('2026-01-01', '2026-03-02', '', 'carmel')).total).toMatchObject({ registered: 0, waiting: 0 });
  });
});
