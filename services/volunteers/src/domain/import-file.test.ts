import { describe, expect, it } from 'vitest';
import { refusalOf } from '../app/testing.ts';
import { columnsOf } from './import-columns.ts';
import { readImportFile } from './import-file.ts';

const header = ['volunteer_id', 'email', 'first_name', 'last_name', 'area', 'district', 'branch', 'role'];
const person = (id: string, email = `${id}@example.org`, [first, last]: readonly [string, string] = ['Dana', id]) => [
  id,
  email,
  first,
  last,
  'haifa',
  'north',
  'technion',
  'volunteer',
];
const file = (...rows: readonly (readonly string[])[]) => rows.map((cells, index) => ({ line: index + 1, cells }));
const read = (...rows: readonly (readonly string[])[]) => readImportFile(file(header, ...rows), false);

describe('columns', () => {
  it.each(['volunteer_id', 'Volunteer ID', 'volunteerId', 'VOLUNTEER-ID', ' id '])('are known by %j', (name) => {
    expect(columnsOf(['x', name]).found).toEqual({ volunteer_id: { index: 1, name: name.trim() } });
  });

  it('of an export that follow from the rest are passed over', () => {
    expect(columnsOf(['channels', 'create_date', 'Joined at'])).toEqual({ found: {}, unknown: [], twice: [] });
  });

  it('that are nothing are told, with what they may be', () => {
    const { issues } = readImportFile(file([...header, 'shoe size', 'pohne'], person('a')), false);
    expect(issues.map(({ line, column, severity, detail }) => [line, column, severity, detail])).toEqual([
      [1, 'shoe size', 'warning', 'is passed over: no volunteer has it'],
      [1, 'pohne', 'warning', 'is passed over; did you mean "phone"?'],
    ]);
  });

  it.each([
    [header.slice(1), 'lacks "volunteer_id": the columns are volunteer_id, email,'],
    [header.with(1, 'emial'), 'lacks "email"; did you mean it by "emial"?'],
    [[...header, 'E-Mail'], 'has the column "E-Mail" twice'],
  ])('are refused as %j', async (names, detail) => {
    const refusal = await refusalOf(() => readImportFile(file(names, person('a')), false));
    expect(refusal.code).toBe('volunteers.bad_import_file');
    expect(refusal.errors[0]).toMatchObject({ pointer: '/file', detail: expect.stringContaining(detail) });
  });

  it('may be few where who is there is updated', () => {
    const { rows } = readImportFile(file(['id', 'phone'], ['a', '1']), true);
    expect(rows[0]?.cells).toEqual({ volunteer_id: 'a', phone: '1' });
  });
});

describe('lines', () => {
  it('are read by their columns, tidied, and without those that are empty', () => {
    const { rows } = read(person(' 007 ', 'A@example.org'), ['', ' '], ['b', '', 'Noa  Maria']);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(rows[0]?.cells).toMatchObject({ volunteer_id: '007', branch: 'technion' });
    expect(rows[1]?.cells).toMatchObject({ first_name: 'Noa Maria', last_name: '' });
  });

  it('are at least one', async () => {
    expect((await refusalOf(() => read())).code).toBe('volunteers.bad_import_file');
    expect((await refusalOf(() => readImportFile([], false))).code).toBe('volunteers.bad_import_file');
  });

  it('are wrong with the id or the address of an earlier one', () => {
    const { rows } = read(person('a', 'a@example.org'), person('a', 'b@example.org'), person('c', 'A@example.org'));
    expect(rows.map(({ issues }) => issues)).toEqual([
      [],
      [{ line: 3, column: 'volunteer_id', severity: 'error', detail: 'is in line 2 already: keep one of them' }],
      [{ line: 4, column: 'email', severity: 'error', detail: 'is in line 2 already: keep one of them' }],
    ]);
  });

  it.each([
    ['Dana', 'Cohen'],
    ['COHEN', 'Dána'],
    ['Danna', 'Kohen'],
    ['Dina', 'Cohen'],
  ])('are worth a look with a name like an earlier one: %s %s', (first, last) => {
    const { rows } = read(person('a', 'a@x.org', ['Dana', 'Cohen']), person('b', 'b@x.org', [first, last]));
    expect(rows[1]?.issues).toEqual([
      { line: 3, column: '', severity: 'warning', detail: 'has a name like line 2: the same person?' },
    ]);
  });

  it.each([
    ['Dana', 'Katz'],
    ['Adam', 'Cohen'],
  ])('are nothing special with another name: %s %s', (first, last) => {
    const { rows } = read(person('a', 'a@x.org', ['Dana', 'Cohen']), person('b', 'b@x.org', [first, last]));
    expect(rows[1]?.issues).toEqual([]);
  });
});
