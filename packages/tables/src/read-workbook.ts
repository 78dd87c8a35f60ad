import { readSheet } from 'read-excel-file/node';
import type { Line } from './table.ts';
import { unpackedSize } from './unpacked-size.ts';

/** It is no workbook that can be read. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';
}

const mostBytes = 200_000_000;

/**
 * The lines of the first sheet of an .xlsx file. Numbers come as they are stored, days as `2026-03-31`. Throws
 * `UnreadableWorkbook`, also for one that would fill the memory once it is unpacked.
 */
export async function readWorkbook(file: Uint8Array): Promise<readonly Line[]> {
  const size = unpackedSize(file);
  if (size === undefined) throw new UnreadableWorkbook('not a zip archive');
  if (size > mostBytes) throw new UnreadableWorkbook(`it unpacks to ${size} bytes`);
  try {
    const rows: readonly (readonly unknown[])[] = await readSheet(Buffer.from(file), {
      parseNumber: String,
      trim: false,
    });
    return rows.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }));
  } catch (cause) {
    throw new UnreadableWorkbook('not a workbook', { cause });
  }
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return dayOf(cell);
  if (typeof cell === 'string') return cell;
  return typeof cell === 'boolean' ? String(cell) : '';
}

const dayOf = (moment: Date): string => {
  const text = moment.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
};
