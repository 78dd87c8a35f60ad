import { isStale } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import type { ExportSettings } from '../../domain/reports/scheduled-export.ts';
import { aPerson } from '../testing.ts';
import { createExportHandler, deleteExportHandler, listExportsHandler, updateExportHandler } from './exports.ts';
import { runDueExportHandler, runExportHandler } from './run-export.ts';
import { aReportingRegister, inMemoryExports, inMemoryMails } from './testing.ts';

const by = aPerson('Mona Manager');
const settings: ExportSettings = {
  name: 'Yesterday',
  kind: 'visits',
  format: 'csv',
  period: 'day-before',
  time: '07:00',
  weekdays: ['tuesday'],
  dayOfMonth: 0,
  personIds: ['ada'],
  emails: ['facilities@example.org'],
  paused: false,
};

async function anExport(fileBytes = 10) {
  const register = aReportingRegister('2026-03-02T12:00:00Z');
  const exports = inMemoryExports(register.audits);
  const mails = inMemoryMails();
  const ranges: unknown[] = [];
  const deps = {
    ...register,
    exports,
    mails,
    makeFile: async (wanted: Readonly<{ from: string; to: string }>) => {
      ranges.push([wanted.from, wanted.to]);
      return { name: 'f.csv', contentType: 'text/csv', data: new Uint8Array(fileBytes), rows: 3 };
    },
  };
  const { id } = await createExportHandler(deps)({ siteId: 'vw', settings, by });
  register.clock.set('2026-03-03T07:00:00Z');
  return { ...deps, id, ranges, runDue: runDueExportHandler(deps), runNow: runExportHandler(deps) };
}

const unlessStale = (error: unknown): void => {
  if (!isStale(error)) throw error;
};

describe('an export whose time has come', () => {
  it('is one mail for each recipient, however many processes try', async () => {
    const { id, runDue, mails, ranges } = await anExport();
    await Promise.all([1, 2, 3].map(() => runDue(id).catch(unlessStale)));
    expect([...mails.sent.values()].map(({ to }) => to)).toEqual([
      { personId: 'ada' },
      { email: 'facilities@example.org' },
    ]);
    expect(ranges[0]).toEqual(['2026-03-02', '2026-03-02']);
  });

  it('is done with until the next time, and remembers the run', async () => {
    const { id, runDue, exports, mails } = await anExport();
    await runDue(id);
    await runDue(id);
    expect(mails.sent.size).toBe(2);
    expect(exports.stored.get(id)).toMatchObject({
      next: { date: '2026-03-10' },
      runs: [{ date: '2026-03-03', rows: 3, recipients: 2, byHand: false }],
    });
  });

  it('comes without the file when that is too large for a mail', async () => {
    const { id, runDue, mails, exports } = await anExport(5_000_001);
    await runDue(id);
    expect([...mails.sent.values()][0]).not.toHaveProperty('file');
    expect(exports.stored.get(id)?.runs[0]?.tooLarge).toBe(true);
  });

  it('can be sent by hand, and its schedule goes on', async () => {
    const { id, runNow, mails } = await anExport();
    const ran = await runNow({ siteId: 'vw', exportId: id, by });
    expect(mails.sent.size).toBe(2);
    expect(ran).toMatchObject({ next: { date: '2026-03-03' }, runs: [{ byHand: true }] });
  });
});

describe('the exports of a site', () => {
  it('can be changed and removed, and each change leaves an audit entry', async () => {
    const { id, audits, ...deps } = await anExport();
    const named = { siteId: 'vw', exportId: id, by };
    await updateExportHandler(deps)({ ...named, settings: { ...settings, paused: true } });
    await deleteExportHandler(deps)(named);
    expect(await listExportsHandler(deps)('vw')).toEqual([]);
    const actions = [...audits.entries.values()].map(({ action }) => action);
    expect(actions).toEqual(['export.create', 'export.update', 'export.delete']);
  });

  it('are void at once when they are removed, and gone when that has been told', async () => {
    const { id, exports, runDue, runNow, ...deps } = await anExport();
    const named = { siteId: 'vw', exportId: id, by };
    await deleteExportHandler({ ...deps, exports })(named);
    await expect(runNow(named)).rejects.toMatchObject({ code: 'register.export_not_found' });
    await runDue(id);
    expect([exports.stored.size, deps.mails.sent.size]).toEqual([0, 0]);
  });

  it('are nobody else’s: another site has no such export', async () => {
    const { id, runNow } = await anExport();
    await expect(runNow({ siteId: 'north', exportId: id, by })).rejects.toMatchObject({
      code: 'register.export_not_found',
    });
  });
});
