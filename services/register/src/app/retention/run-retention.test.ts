import { isStale } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { anIncident } from '../../domain/evacuation/testing.ts';
import { getOccupancyHandler } from '../reports/get-occupancy.ts';
import { aPerson, aSite } from '../testing.ts';
import { listRetentionRunsHandler } from './list-runs.ts';
import { planRetention } from './plan-retention.ts';
import { runDueRetentionHandler, runRetentionHandler } from './run-retention.ts';
import { aForgettingRegister } from './testing.ts';

const root = aPerson('Root');

/** Ada came on 1 March, Bob on 28 February; it is 31 March, half past two. */
async function aMonth(retentionDays = 30) {
  const register = aForgettingRegister('2026-02-28T09:00:00Z', aSite({ retentionDays }));
  const { clock, signIn, signOut, recordLook } = register;
  await recordLook({ action: 'report.view', siteId: 'vw', by: root });
  await recordLook({ action: 'retention.run', siteId: 'vw', by: root });
  await signIn(aPerson('Bob'));
  clock.set('2026-02-28T11:00:00Z');
  await signOut(aPerson('Bob'));
  clock.set('2026-03-01T09:00:00Z');
  await signIn(aPerson('Ada'));
  clock.set('2026-03-01T12:00:00Z');
  await signOut(aPerson('Ada'));
  clock.set('2026-03-30T12:00:00Z');
  await planRetention(register)();
  clock.set('2026-03-31T01:30:00Z');
  const run = runRetentionHandler(register);
  const byHand = (more: Partial<Parameters<typeof run>[0]> = {}) =>
    run({ siteId: '', dryRun: false, by: root, ...more });
  const visitors = (): string[] => [...register.visits.stored.values()].map(({ personId }) => personId);
  return { ...register, byHand, runDue: runDueRetentionHandler(register), visitors };
}

const nightly = 'vw_2026-03-31';

describe('retention', () => {
  it('scenario 13: keeps a visit that is exactly thirty days old, deletes an older one, and nothing the second time', async () => {
    const { runDue, visitors, runs, byHand } = await aMonth();
    await runDue(nightly);
    expect(visitors()).toEqual(['ada']);
    expect(runs.stored.get(nightly)).toMatchObject({ cutoff: '2026-03-01', counts: { visits: 1, daysCounted: 1 } });
    const [again] = await byHand();
    expect(again?.run.counts).toMatchObject({ visits: 0, daysCounted: 0 });
    expect(visitors()).toEqual(['ada']);
  });

  it('takes place at half past two by the clock of the site, once however many processes there are', async () => {
    const { runDue, runs } = await aMonth();
    expect(runs.stored.get(nightly)?.plannedAt).toEqual(new Date('2026-03-31T01:30:00Z'));
    const unlessStale = (error: unknown): void => {
      if (!isStale(error)) throw error;
    };
    await Promise.all([1, 2, 3].map(() => runDue(nightly).catch(unlessStale)));
    expect(runs.facts).toHaveLength(1);
  });

  it('is planned for each night, once, and for last night where that was missed', async () => {
    const { runs, clock, ...register } = await aMonth();
    const plan = planRetention({ ...register, runs, clock });
    await plan();
    await plan();
    expect([...runs.stored.keys()]).toEqual(['vw_2026-03-30', nightly, 'vw_2026-04-01']);
  });

  it('goes on where a process died', async () => {
    const { runDue, runs, visitors, oldVisits, ...register } = await aMonth();
    const dying = { ...oldVisits, removeOf: () => Promise.reject(new Error('killed')) };
    await expect(runDueRetentionHandler({ ...register, runs, oldVisits: dying })(nightly)).rejects.toThrow('killed');
    await runDue(nightly);
    expect(visitors()).toEqual(['ada']);
    expect(runs.stored.get(nightly)?.completedAt).toBeDefined();
  });

  it('counts each visit once where it was cut short after they went', async () => {
    const register = await aMonth();
    const { removeOf } = register.oldVisits;
    let isAway = true;
    register.oldVisits.removeOf = async (...which) => {
      const gone = await removeOf(...which);
      if (isAway) throw new Error('away');
      return gone;
    };
    await expect(register.runDue(nightly)).rejects.toThrow('away');
    isAway = false;
    await register.runDue(nightly);
    expect(register.runs.stored.get(nightly)?.counts).toMatchObject({ visits: 1, daysCounted: 1 });
    expect(register.visitors()).toEqual(['ada']);
  });

  it('keeps the counts of a day, so that its occupancy stays known', async () => {
    const { runDue, archive, ...register } = await aMonth();
    await runDue(nightly);
    expect([...archive.stored.values()]).toMatchObject([{ date: '2026-02-28', distinctUsers: 1, notSignedOut: 0 }]);
    expect(JSON.stringify([...archive.stored.values()])).not.toMatch(/bob/i);
    const asked = { siteId: 'vw', from: '2026-02-28', to: '2026-02-28' };
    expect(await getOccupancyHandler({ ...register, archive })(asked)).toMatchObject({
      peak: 1,
      averageDwellMinutes: 120,
    });
  });

  it('deletes looks with the visits, and keeps what was administered', async () => {
    const { runDue, audits } = await aMonth();
    await runDue(nightly);
    expect([...audits.entries.values()].map(({ action }) => action)).toEqual(['retention.run']);
  });

  it('deletes after two years what was administered and what was counted', async () => {
    const { runDue, byHand, audits, archive, clock } = await aMonth();
    await runDue(nightly);
    clock.set('2028-04-01T12:00:00Z');
    await byHand();
    expect([...audits.entries.values()].map(({ at }) => at.getUTCFullYear())).toEqual([2028]);
    expect([...archive.stored.keys()]).toEqual([]);
  });

  it('only says what would go when it is tried out', async () => {
    const { byHand, visitors, runs } = await aMonth();
    const [report] = await byHand({ dryRun: true, days: 1 });
    expect(report).toMatchObject({
      dryRun: true,
      run: { cutoff: '2026-03-30', counts: { visits: 2, audits: 1, daysCounted: 2 } },
      daysAffected: [
        { date: '2026-02-28', visits: 1, people: 1 },
        { date: '2026-03-01', visits: 1, people: 1 },
      ],
    });
    expect([visitors(), runs.facts]).toEqual([['bob', 'ada'], []]);
  });

  it('follows the policy of the site', async () => {
    const { runDue, visitors } = await aMonth(31);
    await runDue(nightly);
    expect(visitors()).toEqual(['bob', 'ada']);
  });

  it('leaves whoever is inside, however long', async () => {
    const { byHand, visitors, signIn, clock } = await aMonth();
    await signIn(aPerson('Eve'));
    clock.set('2026-06-01T12:00:00Z');
    await byHand();
    expect(visitors()).toEqual(['eve']);
  });

  it('lists its runs, newest first, page by page', async () => {
    const { runDue, byHand, clock, ...register } = await aMonth();
    await runDue(nightly);
    clock.set('2026-03-31T12:00:00Z');
    await byHand();
    const list = listRetentionRunsHandler(register);
    const { runs, nextPageToken = '' } = await list({ siteId: '', pageSize: 1, pageToken: '' });
    const rest = await list({ siteId: 'vw', pageSize: 1, pageToken: nextPageToken });
    expect([...runs, ...rest.runs].map(({ actorId }) => actorId)).toEqual(['root', '']);
    await expect(list({ siteId: '', pageSize: 0, pageToken: 'x' })).rejects.toMatchObject({
      code: 'register.bad_page_token',
    });
  });

  it('takes the names out of reports of evacuations after two years, and forgets its own runs', async () => {
    const { clock, rollCalls, runs, byHand, runDue } = await aMonth();
    await runDue(nightly);
    const endedAt = new Date('2026-03-02T15:00:00Z');
    await rollCalls.incidents.save(anIncident({ version: 1, open: false, endedAt }), []);
    clock.set('2028-04-10T09:00:00Z');
    const [preview] = await byHand({ dryRun: true });
    const [done] = await byHand();
    expect([preview, done].map((report) => report?.run.counts.incidents)).toEqual([1, 1]);
    expect(await rollCalls.incidents.find('i1')).toMatchObject({ nameless: true });
    expect(runs.stored.has(nightly)).toBe(false);
  });

  it('leaves to the latest night what earlier ones missed, so that nothing counts twice', async () => {
    const { runDue, runs, clock, ...register } = await aMonth();
    clock.set('2026-04-02T01:30:00Z');
    await planRetention({ ...register, runs, clock })();
    await Promise.all([runDue(nightly), runDue('vw_2026-04-02')]);
    expect(runs.stored.get(nightly)).toMatchObject({ completedAt: clock.now(), counts: { visits: 0 } });
    expect(runs.stored.get('vw_2026-04-02')).toMatchObject({ counts: { visits: 2 } });
  });
});
