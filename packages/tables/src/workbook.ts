import writeExcelFile from 'write-excel-file/node';
import type { Cell, Table } from './table.ts';

/** An .xlsx file with a sheet for each table. Texts are written as texts, whatever they look like: no cell is a formula. */
export async function writeWorkbook(tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    data: [columns.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(cellOf))],
    stickyRowsCount: 1,
  }));
  return writeExcelFile(sheets).toBuffer();
}

const cellOf = (value: Cell) => (typeof value === 'number' ? { value, type: Number } : { value, type: String });
