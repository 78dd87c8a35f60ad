export { inert, toCsv } from './csv.ts';
export { readCsv, UnclosedQuote, uninert } from './read-csv.ts';
export type { Cell, Line, Table } from './table.ts';
