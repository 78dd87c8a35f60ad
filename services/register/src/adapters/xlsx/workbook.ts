import writeExcelFile from 'write-excel-file/node';
import type { WriteWorkbook } from '../../app/reports/ports.ts';
import type { Cell } from '../../domain/reports/table.ts';

/** Texts are written as texts, whatever they look like: no cell is a formula. */
export const writeWorkbook: WriteWorkbook = async (tables) => {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    data: [columns.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(cellOf))],
    stickyRowsCount: 1,
  }));
  return writeExcelFile(sheets).toBuffer();
};

const cellOf = (value: Cell) => (typeof value === 'number' ? { value, type: Number } : { value, type: String });
