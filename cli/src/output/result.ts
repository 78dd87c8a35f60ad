import { type Column, table } from './table.ts';
import type { Terminal } from '../terminal.ts';

export type Shown = Readonly<{ json?: boolean }>;

/** Writes rows: as one JSON array for programs, as a table for people. */
export function showRows<Row>(
  { out, say }: Terminal,
  { json }: Shown,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): void {
  if (json) return out(JSON.stringify(rows, undefined, 2));
  if (rows.length === 0) return say('Nothing to show.');
  out(table(rows, columns));
}

/** Writes one thing: as JSON, or as a sentence. */
export function showOne<T>({ out }: Terminal, { json }: Shown, one: T, sentence: (one: T) => string): void {
  out(json ? JSON.stringify(one, undefined, 2) : sentence(one));
}
