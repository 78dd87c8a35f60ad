/** A column: its heading and what stands in it. */
export type Column<Row> = Readonly<{ heading: string; of: (row: Row) => string | number | boolean | undefined }>;

/** Rows in columns as wide as what they hold; numbers stand to the right. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const cells = rows.map((row) => columns.map(({ of }) => of(row) ?? ''));
  const widths = columns.map(({ heading }, i) =>
    Math.max(heading.length, ...cells.map((row) => String(row[i]).length)),
  );
  const line = (row: readonly unknown[]): string =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ heading }) => heading)),
    line(widths.map((width) => '-'.repeat(width))),
    ...cells.map(line),
  ].join('\n');
}

const pad = (cell: unknown, width: number): string =>
  typeof cell === 'number' ? String(cell).padStart(width) : String(cell).padEnd(width);
