import { columnsOf, type Columns, importFields, neededFields } from './import-columns.ts';
import { cellOf, cellsOf, type ImportRow, type Issue, type Line } from './import-row.ts';
import { isEmail, normalisedEmail } from './enrolment.ts';
import { importRefusals } from './import-refusals.ts';
import { areAlike, nameKey } from './name-key.ts';

export type ImportFile = Readonly<{ columns: Columns['found']; rows: readonly ImportRow[]; issues: readonly Issue[] }>;

export const mostRows = 100_000;

/**
 * The volunteers of a file, with what only the whole file shows: columns that are nothing, and lines about the same
 * volunteer. Throws where the columns are not those of volunteers.
 */
export function readImportFile(lines: readonly Line[], mayUpdate: boolean): ImportFile {
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [header, ...body] = filled;
  if (!header || body.length === 0)
    throw importRefusals.badFile('holds no volunteers: a line of names, then one for each');
  if (body.length > mostRows) throw importRefusals.badFile(`holds ${body.length} volunteers: ${mostRows} are the most`);
  const columns = columnsOf(header.cells);
  refuseColumns(columns, mayUpdate);
  const rows = body.map((line): ImportRow => ({ line: line.line, cells: cellsOf(line, columns), issues: [] }));
  return {
    columns: columns.found,
    rows: withDuplicates(rows, columns.found),
    issues: columns.unknown.map(({ name, alike }) => ({
      line: header.line,
      column: name,
      severity: 'warning',
      detail: alike ? `is passed over; did you mean "${alike}"?` : 'is passed over: no volunteer has it',
    })),
  };
}

function refuseColumns({ found, unknown, twice }: Columns, mayUpdate: boolean): void {
  const [double] = twice;
  if (double !== undefined) throw importRefusals.badFile(`has the column "${double}" twice`);
  const needed = mayUpdate ? (['volunteer_id'] as const) : neededFields;
  const missing = needed.filter((field) => !found[field]);
  if (missing.length === 0) return;
  const alike = unknown.find((one) => one.alike !== undefined && missing.includes(one.alike));
  const hint = alike ? `; did you mean it by "${alike.name}"?` : `: the columns are ${importFields.join(', ')}`;
  throw importRefusals.badFile(`lacks ${missing.map((field) => `"${field}"`).join(', ')}${hint}`);
}

/** Each line with its error where an earlier one has its id or address, and a warning where one has a name like it. */
function withDuplicates(rows: readonly ImportRow[], columns: Columns['found']): readonly ImportRow[] {
  const [ids, emails] = [new Map<string, number>(), new Map<string, number>()];
  const names = new Map<string, { line: number; name: string }[]>();
  return rows.map((row) => {
    const issues: Issue[] = [];
    const say = (column: string, severity: Issue['severity'], detail: string): void =>
      void issues.push({ line: row.line, column, severity, detail });
    const sameId = seenBefore(ids, cellOf(row, 'volunteer_id'), row.line);
    if (sameId !== undefined)
      say(columns.volunteer_id?.name ?? '', 'error', `is in line ${sameId} already: keep one of them`);
    const email = normalisedEmail(cellOf(row, 'email'));
    const sameEmail = isEmail(email) ? seenBefore(emails, email, row.line) : undefined;
    if (sameEmail !== undefined)
      say(columns.email?.name ?? '', 'error', `is in line ${sameEmail} already: keep one of them`);
    const name = `${cellOf(row, 'first_name')} ${cellOf(row, 'last_name')}`.trim();
    const before = name === '' ? [] : (names.get(nameKey(name)) ?? []);
    const like = before.find((one) => areAlike(one.name, name));
    if (like && issues.length === 0) say('', 'warning', `has a name like line ${like.line}: the same person?`);
    if (name !== '') names.set(nameKey(name), [...before, { line: row.line, name }]);
    return issues.length > 0 ? { ...row, issues } : row;
  });
}

/** The line that had it first; notes it where none had. */
function seenBefore(seen: Map<string, number>, key: string, line: number): number | undefined {
  if (key === '') return undefined;
  const first = seen.get(key);
  if (first === undefined) seen.set(key, line);
  return first;
}
