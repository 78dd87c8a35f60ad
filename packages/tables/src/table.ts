export type Cell = string | number;

/** A sheet of a workbook, or a file of comma-separated values. */
export type Table = Readonly<{ name: string; columns: readonly string[]; rows: readonly (readonly Cell[])[] }>;

/** A line of a file that was read, numbered as an editor or a spreadsheet does. */
export type Line = Readonly<{ line: number; cells: readonly string[] }>;
