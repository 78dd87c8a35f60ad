export { inert, toCsv } from './csv.ts';
export type { Cell, Table } from './table.ts';
