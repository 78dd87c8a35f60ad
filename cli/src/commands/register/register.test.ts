import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exitCodes } from '../../exit-codes.ts';
import { type Answer, answering, machine, type Request } from '../../testing.ts';

let server: Awaited<ReturnType<typeof answering>>;
let desk: Awaited<ReturnType<typeof machine>>;
let answers: (request: Request) => Answer;

beforeEach(async () => {
  server = await answering((request) => answers(request));
  desk = await machine();
});
afterEach(async () => {
  await server.close();
  await desk.remove();
});

const typed = (...args: string[]) => desk.type('--url', server.url, '--token', 't1', 'register', ...args);
const asked = (): string[] => server.requests.map(({ verb, path }) => `${verb} ${path}`);
const csv = { 'content-type': 'text/csv' };

describe('register stats', () => {
  it('shows the counts of each day', async () => {
    answers = () => ({ body: { days: [{ date: '2026-03-02', distinctUsers: 12, notSignedOut: 1, openVisits: 2 }] } });
    expect((await typed('stats', '--site', 'vw')).out.split('\n').at(-1)).toBe(
      '2026-03-02              12               1            2',
    );
  });

  it('writes a file of the kind that its name says', async () => {
    answers = () => ({ body: 'date', headers: csv });
    const path = join(desk.folder, 'stats.csv');
    await typed('stats', path, '--site', 'vw', '--from', '2026-03-01');
    expect(asked()).toEqual(['GET /api/register/sites/vw/reports/stats?from=2026-03-01&format=csv']);
    expect(await readFile(path, 'utf8')).toBe('"date"');
  });

  it('refuses a file that it could not write, before anything is asked', async () => {
    const { code, said } = await typed('stats', 'stats.pdf', '--site', 'vw');
    expect({ code, said }).toMatchObject({ code: exitCodes.usage, said: expect.stringContaining('.xlsx') });
    expect(asked()).toEqual([]);
  });
});

describe('register visits', () => {
  it('writes both sheets into one workbook', async () => {
    answers = () => ({ body: 'x', headers: { 'content-type': 'application/vnd.ms-excel' } });
    await typed('visits', join(desk.folder, 'visits.xlsx'), '--site', 'vw', '--summary');
    expect(asked()).toEqual(['GET /api/register/sites/vw/visits?format=xlsx&summary=true']);
  });

  it('writes the summary alone where a file holds one list', async () => {
    answers = () => ({ body: 'x', headers: csv });
    await typed('visits', join(desk.folder, 'visits.csv'), '--site', 'vw', '-s');
    expect(asked()).toEqual(['GET /api/register/sites/vw/reports/summary?format=csv']);
  });
});

describe('register send-reminders', () => {
  const run = { targets: [], asked: 2, skipped: 1 };

  it('only says whom, unless it is told to send', async () => {
    answers = () => ({ body: run });
    const { said } = await typed('send-reminders', '--site', 'vw');
    expect(server.requests[0]?.body).toEqual({ template: 'reminder', dryRun: true });
    expect(said).toContain('Nothing was sent');
  });

  it('sends the template that it is given', async () => {
    answers = () => ({ body: run });
    const { said } = await typed('send-reminders', '--site', 'vw', '-s', '-t', 'reminder_pm');
    expect(server.requests[0]?.body).toEqual({ template: 'reminder_pm', dryRun: false });
    expect(said).toContain('2 asked, 1 passed over.');
  });
});

describe('register clean-old-records', () => {
  it('cleans one site after the other', async () => {
    const run = { siteId: 'vw', cutoff: '2026-02-01', visits: 3, audits: 4, adminAudits: 1 };
    answers = ({ verb }) => ({ body: verb === 'GET' ? { sites: [{ id: 'vw' }, { id: 'annex' }] } : { runs: [run] } });
    const { out } = await desk.type(
      '--url',
      server.url,
      '--token',
      't1',
      '--json',
      'register',
      'clean-old-records',
      '-d',
      '30',
    );
    expect(JSON.parse(out)).toEqual([run, run]);
    expect(server.requests.slice(1).map(({ body }) => body)).toEqual([
      { siteId: 'vw', dryRun: false, days: 30 },
      { siteId: 'annex', dryRun: false, days: 30 },
    ]);
  });

  it.each(['0', '731', 'x', '1.5'])('does not take %s for a number of days', async (days) => {
    expect((await typed('clean-old-records', '--days', days)).code).toBe(exitCodes.usage);
  });
});
