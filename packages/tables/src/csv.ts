import type { Cell, Table } from './table.ts';

/** Comma-separated values (RFC 4180). */
export const toCsv = ({ columns, rows }: Table): string =>
  [columns, ...rows].map((row) => `${row.map(cellToCsv).join(',')}\r\n`).join('');

function cellToCsv(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = inert(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text that a spreadsheet would take for a formula, made to begin with an apostrophe (OWASP: CSV injection). */
export const inert = (text: string): string => (/^[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text);
