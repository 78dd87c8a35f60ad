import { toCsv } from '@guildhall/tables';
import { writeWorkbook } from '@guildhall/tables/workbook';
import type { WriteTable } from '../../app/volunteers/export-volunteers.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const writeTable: WriteTable = async (format, columns, rows) => {
  const table = { name: 'Volunteers', columns, rows: rows.map((row) => columns.map((column) => row[column] ?? '')) };
  return format === 'xlsx'
    ? { contentType: workbookType, data: await writeWorkbook([table]) }
    : { contentType: 'text/csv; charset=utf-8', data: Buffer.from(toCsv(table)) };
};
