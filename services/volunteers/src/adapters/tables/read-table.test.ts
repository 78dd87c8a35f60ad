import { toCsv } from '@guildhall/tables';
import { writeWorkbook } from '@guildhall/tables/workbook';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../app/testing.ts';
import { readTable } from './read-table.ts';

const table = { name: 'People', columns: ['id', 'phone'], rows: [['007', '+972501234567']] };
const lines = [
  { line: 1, cells: ['id', 'phone'] },
  { line: 2, cells: ['007', '+972501234567'] },
];

describe('a file', () => {
  it.each([
    ['CSV', async () => Buffer.from(toCsv(table))],
    ['CSV of a spreadsheet', async () => Buffer.from('\uFEFFid;phone\r\n007;+972501234567\r\n')],
    ['Unicode text', async () => Buffer.from('\uFEFFid\tphone\r\n007\t+972501234567\r\n', 'utf16le')],
    ['XLSX', () => writeWorkbook([table])],
  ])('is read as %s', async (_, make) => {
    expect(await readTable(await make())).toEqual(lines);
  });

  it.each([
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'save it as .xlsx'],
    ['a torn workbook', Buffer.from('PK\u0003\u0004rest'), 'no workbook'],
    ['another alphabet', Buffer.from([0x61, 0x2c, 0xe4]), 'not in UTF-8'],
    ['an open quotation mark', Buffer.from('a\n"b'), 'in line 2 that is not closed'],
  ])('is refused as %s', async (_, file, detail) => {
    const refusal = await refusalOf(() => readTable(file));
    expect(refusal.errors).toMatchObject([{ pointer: '/file', detail: expect.stringContaining(detail) }]);
  });
});
