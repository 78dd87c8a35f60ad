import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exitCodes } from '../../exit-codes.ts';
import { type Answer, answering, machine, type Request } from '../../testing.ts';

let server: Awaited<ReturnType<typeof answering>>;
let desk: Awaited<ReturnType<typeof machine>>;
let answers: (request: Request) => Answer;

const dana = {
  volunteerId: '012345678',
  email: 'dana@x.org',
  firstName: 'Dana',
  lastName: 'Levi',
  createdAt: '2026-03-02T08:00:00Z',
  updatedAt: '2026-03-02T09:00:00Z',
  area: 'haifa',
  district: 'north',
  branch: 'technion',
  role: 'area_manager',
  channels: ['teams', 't_area_district_nat'],
  status: 'leaving',
  leaveDate: '2026-03-31',
  onboarding: { state: 'PARTIAL', reason: 't_area_district_nat: is_archived' },
  memberships: [{ channel: 'teams', state: 'member', because: ['area_manager'], lastError: '' }],
  pendingApproval: false,
};

beforeEach(async () => {
  server = await answering((asked) => answers(asked));
  desk = await machine();
  answers = () => ({ body: dana });
});
afterEach(async () => {
  await server.close();
  await desk.remove();
});

const typed = (...args: string[]) => desk.type('--url', server.url, '--token', 't1', 'volunteers', ...args);
const asked = (): string[] => server.requests.map(({ verb, path }) => `${verb} ${path}`);

describe('volunteers insert', () => {
  const person = ['012345678', '--email', 'dana@x.org', '--first-name', 'Dana', '--last-name', 'Levi'];
  const place = ['--area', 'haifa', '--district', 'north', '--branch', 'technion', '--role', 'branch_manager'];

  it('adds the volunteer with the zero in front', async () => {
    const { code, out } = await typed('insert', ...person, ...place);
    expect({ code, out }).toMatchObject({ code: exitCodes.done, out: expect.stringContaining('012345678 is stored') });
    expect(server.requests[0]).toMatchObject({ verb: 'POST', path: '/api/volunteers' });
    expect(server.requests[0]?.body).toEqual({
      volunteerId: '012345678',
      email: 'dana@x.org',
      firstName: 'Dana',
      lastName: 'Levi',
      assignments: [{ area: 'haifa', district: 'north', branch: 'technion', role: 'branch_manager' }],
    });
  });

  it('says that a role waits for approval', async () => {
    answers = () => ({ status: 202, body: { ...dana, pendingApproval: true } });
    expect((await typed('insert', ...person, ...place)).out).toContain('waits for approval');
  });

  it('says which field is wrong, and what is meant', async () => {
    const errors = [{ pointer: '/assignments/0/district', detail: 'is not known; did you mean "north"?' }];
    answers = () => ({ status: 422, body: { detail: 'No.', code: 'volunteers.unknown_location', errors } });
    const { code, said } = await typed('insert', ...person, ...place);
    expect(code).toBe(exitCodes.refused);
    expect(said).toContain('did you mean "north"?');
  });

  it.each([
    ['a role', place.slice(0, 6)],
    ['a place', place.slice(6)],
  ])('asks nothing without %s', async (_what, args) => {
    expect((await typed('insert', ...person, ...args)).code).toBe(exitCodes.usage);
    expect(asked()).toEqual([]);
  });
});

describe('volunteers update', () => {
  it('sends what is given and nothing else', async () => {
    await typed('update', '012345678', '--branch', 'carmel');
    expect(asked()).toEqual(['PATCH /api/volunteers/012345678']);
    expect(server.requests[0]?.body).toEqual({ branch: 'carmel' });
  });

  it('takes a number away, and names one role of several', async () => {
    await typed('update', 'v1', '--phone', '', '--role', 'volunteer', '--assignment', 'a1');
    expect(server.requests[0]?.body).toEqual({
      phone: '',
      assignments: [{ assignmentId: 'a1', role: 'volunteer' }],
    });
  });

  it('changes only what was read', async () => {
    await typed('update', 'v1', '--email', 'a@x.org', '--if-version', '7');
    expect(server.requests[0]?.headers['if-match']).toBe('"7"');
  });

  it.each([
    ['nothing', []],
    ['a version that is none', ['--email', 'a@x.org', '--if-version', '0']],
  ])('asks nothing for %s', async (_what, args) => {
    expect((await typed('update', 'v1', ...args)).code).toBe(exitCodes.usage);
    expect(asked()).toEqual([]);
  });
});

describe('volunteers view and count', () => {
  it('shows the volunteer, why it is not as it should be, and the access', async () => {
    const { out } = await typed('view', '012345678');
    expect(asked()).toEqual(['GET /api/volunteers/012345678']);
    expect(out).toContain('Volunteer id:  012345678');
    expect(out).toContain('Status:        leaving, 2026-03-31');
    expect(out).toContain('State:         PARTIAL: t_area_district_nat: is_archived');
    expect(out.split('\n').at(-1)).toBe('teams    member  area_manager');
  });

  it('gives programs all of it', async () => {
    expect(JSON.parse((await typed('view', '012345678', '--json')).out)).toEqual(dana);
  });

  it('says who is not there', async () => {
    answers = () => ({ status: 404, body: { detail: 'There is no such volunteer.' } });
    const { code, said } = await typed('view', 'nobody');
    expect({ code, said }).toEqual({ code: exitCodes.refused, said: expect.stringContaining('no such volunteer') });
  });

  it('counts as it always did, today included', async () => {
    answers = () => ({ body: { total: { legacyJoined: 2 } } });
    expect((await typed('count', '--since', '2026-02-27')).out).toContain('2 volunteers');
    expect(asked()).toEqual(['GET /api/volunteers/stats?from=2026-02-27']);
  });

  it('needs a day', async () => {
    expect((await typed('count')).code).toBe(exitCodes.usage);
  });
});

describe('volunteers list and report', () => {
  it('lists all pages', async () => {
    answers = ({ path }) => ({
      body: path.includes('cursor=c1')
        ? { volunteers: [{ ...dana, volunteerId: 'v2', state: 'NEW' }], nextCursor: '' }
        : { volunteers: [{ ...dana, state: 'PARTIAL' }], nextCursor: 'c1' },
    });
    const { out } = await typed('list', 'dana', '--state', 'PARTIAL', '--role', 'area_manager');
    expect(
      out
        .split('\n')
        .slice(2)
        .map((line) => line.split(' ')[0]),
    ).toEqual(['012345678', 'v2']);
    expect(asked()[0]).toBe('GET /api/volunteers?state=PARTIAL&role=area_manager&q=dana&pageSize=200');
  });

  it('writes a file', async () => {
    answers = () => ({ headers: { 'content-type': 'text/csv' }, body: 'x' });
    const path = join(desk.folder, 'all.csv');
    await typed('list', '-o', path, '--status', 'all');
    expect(asked()).toEqual(['GET /api/volunteers/export?status=all&format=csv']);
    expect(await readFile(path, 'utf8')).toBe('"x"');
  });

  it('asks nothing for a file that could not be written', async () => {
    expect((await typed('list', '-o', 'all.pdf')).code).toBe(exitCodes.usage);
    expect(asked()).toEqual([]);
  });

  it('reports each group, and all together', async () => {
    const counts = { registered: 3, invited: 2, joined: 3, completed: 2, waiting: 1, failed: 0, left: 0 };
    const groups = [{ key: 'technion', counts }];
    answers = () => ({ body: { from: '2026-02-27', to: '2026-03-02', total: counts, groups } });
    const { out } = await typed('report', '--from', '2026-02-27', '--to', '2026-03-02', '--by', 'branch');
    expect(out).toContain('BRANCH    REGISTERED');
    expect(
      out
        .split('\n')
        .slice(2)
        .map((line) => line.split(' ')[0]),
    ).toEqual(['technion', 'all']);
    expect(asked()).toEqual(['GET /api/volunteers/stats?from=2026-02-27&to=2026-03-02&groupBy=branch']);
  });
});

describe('volunteers import', () => {
  const counts = { created: 2, updated: 0, unchanged: 1, failed: 0, rows: 3, done: 3, issues: [] };
  const begun = { importId: 'i1', state: 'checking', dryRun: false, allOrNothing: false, ...counts };
  const ending = (change: object) => (request: Request) => ({
    body: request.verb === 'POST' ? { ...begun, done: 0 } : { ...begun, state: 'done', ...change },
  });
  const file = async (): Promise<string> => {
    const path = join(desk.folder, 'new.csv');
    await writeFile(path, 'volunteerId\n012\n');
    return path;
  };

  it('sends the file, and waits for the end', async () => {
    answers = ending({});
    const { code, out } = await typed('import', await file(), '--all-or-nothing');
    expect({ code, out }).toEqual({ code: exitCodes.done, out: '2 added, 0 changed, 1 as they were, 0 wrong.' });
    expect(asked()).toEqual(['POST /api/volunteers/import', 'GET /api/volunteers/imports/i1']);
    expect(server.requests[0]?.body).toEqual({
      file: Buffer.from('volunteerId\n012\n').toString('base64'),
      name: 'new.csv',
      dryRun: false,
      allOrNothing: true,
      updateExisting: false,
    });
  });

  it('says what is wrong by line and column, and fails', async () => {
    const issue = { line: 2, column: 'District', severity: 'error', detail: 'is not known; did you mean "north"?' };
    answers = ending({ failed: 1, dryRun: true, issues: [issue] });
    const { code, out, said } = await typed('import', await file(), '--dry-run');
    expect(code).toBe(exitCodes.refused);
    expect(out).toContain('   2  District  error  is not known; did you mean "north"?');
    expect(out).toContain('2 would be added');
    expect(said).toContain('A line is wrong');
  });

  it.each([
    ['refused', { state: 'refused', failed: 2, allOrNothing: true }, '2 lines are wrong: nothing was changed.'],
    ['stopped', { state: 'cancelled' }, 'What it had done stays.'],
  ])('fails when it was %s', async (_what, change, sentence) => {
    answers = ending(change);
    const { code, said } = await typed('import', await file());
    expect({ code, said }).toEqual({ code: exitCodes.refused, said: expect.stringContaining(sentence) });
  });

  it.each([
    ['what is no table', 'people.pdf'],
    ['a file that is not there', '/nowhere/people.csv'],
  ])('asks nothing for %s', async (_what, path) => {
    expect((await typed('import', path)).code).toBe(exitCodes.usage);
    expect(asked()).toEqual([]);
  });
});

describe('volunteers sync', () => {
  const difference = {
    kind: 'missing',
    volunteerId: 'v1',
    name: 'Dana',
    channel: 'teams',
    account: 'U1',
    done: 'granted',
  };
  const counts = { channels: 5, members: 40, calls: 6, missing: 1, extra: 0, unknownUsers: 1, deactivated: 0 };
  const run = {
    reconciliationId: 'r1',
    state: 'running',
    reason: '',
    ...counts,
    emailChanged: 0,
    differences: [difference],
  };

  it('waits for the end, and says what differed and what it cost', async () => {
    answers = ({ verb }) => ({ body: verb === 'POST' ? run : { ...run, state: 'done' } });
    const { code, out } = await typed('sync', '--dry-run');
    expect(code).toBe(exitCodes.done);
    expect(out).toContain('missing  v1 Dana    teams    U1       granted');
    expect(out).toContain('5 channels with 40 members were read by 6 calls.');
    expect(server.requests[0]?.body).toEqual({ dryRun: true });
  });

  it('fails when it would have taken too much', async () => {
    answers = () => ({ body: { ...run, state: 'stopped', reason: 'It would take access from 30 of 100.' } });
    const { code, said } = await typed('sync');
    expect({ code, said }).toEqual({ code: exitCodes.refused, said: 'It would take access from 30 of 100.' });
  });
});
