export type Cell = string | number;

/** A sheet of a workbook, or a file of comma-separated values. */
export type Table = Readonly<{ name: string; columns: readonly string[]; rows: readonly (readonly Cell[])[] }>;
