import type { Columns, ImportField } from './import-columns.ts';

/** A line of a file, numbered as an editor does. */
export type Line = Readonly<{ line: number; cells: readonly string[] }>;

/** What is wrong in a line, or worth a look. `column` is as the file calls it; empty for the whole line. */
export type Issue = Readonly<{ line: number; column: string; severity: 'error' | 'warning'; detail: string }>;

/** A line as it waits to be worked off; `issues` are those that only the whole file shows. */
export type ImportRow = Readonly<{
  line: number;
  cells: Readonly<Partial<Record<ImportField, string>>>;
  issues: readonly Issue[];
}>;

export const cellOf = ({ cells }: ImportRow, field: ImportField): string => cells[field] ?? '';

/** The cells of a line by what they mean, tidied. */
export function cellsOf({ cells }: Line, { found }: Columns): ImportRow['cells'] {
  const fields = Object.entries(found) as [ImportField, Readonly<{ index: number }>][];
  return Object.fromEntries(fields.map(([field, { index }]) => [field, tidy(cells[index] ?? '')]));
}

const tidy = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

// As many letters as the contract takes by hand.
const longest: Readonly<Partial<Record<ImportField, number>>> = { volunteer_id: 32, email: 254, phone: 32, role: 50 };
const usual = 100;
// Control characters, and what makes a text read differently from what it is.
const unseen = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** What no cell may hold, whatever the column. */
export function textFault(row: ImportRow, field: ImportField): string | undefined {
  const text = cellOf(row, field);
  const most = longest[field] ?? usual;
  if (text.length > most) return `must have ${most} letters at most`;
  return unseen.test(text) || !text.isWellFormed()
    ? 'holds a character that cannot be shown: write it anew'
    : undefined;
}
