import { describe, expect, it } from 'vitest';
import type { Table } from '@guildhall/tables';
import { getStatsHandler } from '../stats/get-stats.ts';
import { aPerson } from '../testing.ts';
import { getOccupancyHandler } from './get-occupancy.ts';
import { listVisitsHandler } from './list-visits.ts';
import { makeFileHandler } from './report-files.ts';
import { aReportingRegister } from './testing.ts';

const days = { siteId: 'vw', from: '2026-07-01', to: '2026-07-01' };

async function aDay(name = 'Ada') {
  const register = aReportingRegister('2026-07-01T08:00:00Z');
  await register.signIn(aPerson(name));
  register.clock.set('2026-07-01T16:00:00Z');
  await register.signOut(aPerson(name));
  const written: (readonly Table[])[] = [];
  const stats = async () => [{ date: '2026-07-01', distinctUsers: 1, notSignedOut: 0, openVisits: 0 }];
  const makeFile = makeFileHandler({
    ...register,
    listVisits: listVisitsHandler(register),
    getOccupancy: getOccupancyHandler(register),
    getStats: getStatsHandler({ ...register, stats }),
    writeWorkbook: async (tables) => {
      written.push(tables);
      return Buffer.from('xlsx');
    },
  });
  const textOf = async (wanted: Parameters<typeof makeFile>[0]): Promise<string> =>
    Buffer.from((await makeFile(wanted)).data).toString();
  return { ...register, makeFile, written, textOf };
}

describe('a report as a file', () => {
  it('has times as the clock at the site shows them', async () => {
    const { textOf } = await aDay();
    const [head, row] = (await textOf({ ...days, kind: 'visits', format: 'csv' })).split('\r\n');
    expect(head).toBe('user,name,person_id,kind,date,sign_in,sign_out,visits');
    expect(row).toBe('Ada,Ada,ada,person,2026-07-01,2026-07-01 09:00:00,2026-07-01 17:00:00,1');
  });

  it('never holds a name that a spreadsheet would run', async () => {
    const { textOf } = await aDay('=HYPERLINK("http://evil")');
    expect(await textOf({ ...days, kind: 'visits', format: 'csv' })).toContain('"\'=HYPERLINK(""http://evil"")"');
  });

  it('has as a workbook both sheets where a summary is wished for', async () => {
    const { makeFile, written } = await aDay();
    await makeFile({ ...days, kind: 'visits', format: 'xlsx', withSummary: true });
    expect(written[0]?.map(({ name }) => name)).toEqual(['Records', 'Summary']);
  });

  it('may be about days, or about quarters of an hour', async () => {
    const { textOf } = await aDay();
    expect(await textOf({ ...days, kind: 'stats', format: 'csv' })).toContain('2026-07-01,1,0,0');
    const occupancy = await textOf({ ...days, kind: 'occupancy', format: 'csv' });
    expect(occupancy).toContain('2026-07-01 09:00:00,2026-07-01T08:00:00.000Z,1,0,1,1');
  });

  it('is refused where it could not travel, and the answer says what to do', async () => {
    const { makeFile, stays } = await aDay();
    const [stay] = await stays.of(days, 1);
    const many = Array.from({ length: 40_001 }, () => stay!);
    const register = await aDay();
    const listVisits = listVisitsHandler({ ...register, stays: { of: async () => many } });
    await expect(listVisits(days)).rejects.toMatchObject({ code: 'register.report_too_large' });
    await expect(makeFile({ ...days, from: '2020-01-01', kind: 'visits', format: 'csv' })).rejects.toMatchObject({
      code: 'register.bad_range',
    });
  });
});
