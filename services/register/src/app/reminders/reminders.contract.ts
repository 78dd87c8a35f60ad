import { describe, expect, it } from 'vitest';
import { completeRun, type ReminderSend, startRun } from '../../domain/reminder.ts';
import type { ReminderRuns, ReminderSends } from './ports.ts';

const at = new Date('2026-03-02T17:00:00Z');
const runOn = (date: string, siteId = 'vw') => startRun(siteId, { template: 'reminder_pm', date, call: 1, at }, at);
const stale = { kind: 'stale' };

/** Every keeper of runs and sends keeps these promises. */
export const remindersContract = (
  name: string,
  make: () => Promise<Readonly<{ runs: ReminderRuns; sends: ReminderSends }>>,
) =>
  describe(`${name} keeps the promises of reminders`, () => {
    it('begins one run for each site, day and template', async () => {
      const { runs } = await make();
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => runs.save(runOn('2026-03-02'), [])));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await runs.find('vw_2026-03-02_reminder_pm')).toEqual(runOn('2026-03-02'));
    });

    it('lists the runs of a site newest first, and those before one', async () => {
      const { runs } = await make();
      for (const date of ['2026-03-03', '2026-03-02', '2026-03-04']) await runs.save(runOn(date), []);
      await runs.save(runOn('2026-03-05', 'vw-2'), []);
      const days = async (...rest: [number, string?]) => (await runs.of('vw', ...rest)).map(({ date }) => date);
      expect(await days(2)).toEqual(['2026-03-04', '2026-03-03']);
      expect(await days(2, 'vw_2026-03-03_reminder_pm')).toEqual(['2026-03-02']);
    });

    it('keeps what became of a run', async () => {
      const { runs } = await make();
      await runs.save(runOn('2026-03-02'), []);
      const { next, facts } = completeRun(runOn('2026-03-02'), [], at);
      await runs.save(next, facts);
      expect(await runs.find(next.id)).toMatchObject({ asking: false, version: 2 });
    });

    const sendOf = (personId: string): ReminderSend => ({
      id: `vw_2026-03-02_reminder_pm_${personId}`,
      version: 1,
      runId: 'vw_2026-03-02_reminder_pm',
      siteId: 'vw',
      personId,
      displayName: personId,
      visitId: 'v1',
      signedInAt: at,
      state: 'asked',
      at,
    });

    it('asks each person once in a run', async () => {
      const { sends } = await make();
      await sends.save(sendOf('ada'), []);
      await expect(sends.save(sendOf('ada'), [])).rejects.toMatchObject(stale);
      expect(await sends.of('vw_2026-03-02_reminder_pm')).toEqual([sendOf('ada')]);
    });

    it('forgets a person', async () => {
      const { sends } = await make();
      for (const personId of ['ada', 'bob']) await sends.save(sendOf(personId), []);
      await sends.forget('ada');
      expect((await sends.of('vw_2026-03-02_reminder_pm')).map(({ personId }) => personId)).toEqual(['bob']);
    });
  });
