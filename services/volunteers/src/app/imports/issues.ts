import { AppError } from '@guildhall/kernel';
import { type ImportField, importFields } from '../../domain/import-columns.ts';
import type { ImportRow, Issue } from '../../domain/import-row.ts';
import type { ImportRun } from '../../domain/import-run.ts';

/** What is found in a line, by the columns of the file. */
export type Issues = Readonly<{
  all: readonly Issue[];
  error(field: ImportField | undefined, detail: string): void;
  warning(detail: string): void;
  /** No error was found in these fields. */
  areNoneOf(fields: readonly ImportField[]): boolean;
  /** Runs a check; each field that it refuses is an error, and there is no result. */
  catching<Result>(check: () => Result): Result | undefined;
  /** What a refusal says. */
  refusal(error: AppError): void;
}>;

export function issuesOf(row: ImportRow, { columns }: Pick<ImportRun, 'columns'>): Issues {
  const all: Issue[] = [...row.issues];
  const wrong = new Set<ImportField | undefined>();
  const say = (severity: Issue['severity'], field: ImportField | undefined, detail: string): void => {
    const column = field === undefined ? '' : (columns[field]?.name ?? field);
    all.push({ line: row.line, column, severity, detail });
  };
  const error: Issues['error'] = (field, detail) => {
    wrong.add(field);
    say('error', field, detail);
  };
  const refusal = ({ errors, message }: AppError): void => {
    for (const { pointer, detail } of errors) error(fieldOf(pointer), detail);
    if (errors.length === 0) error(undefined, message);
  };
  return {
    all,
    error,
    refusal,
    warning: (detail) => say('warning', undefined, detail),
    areNoneOf: (fields) => fields.every((field) => !wrong.has(field)),
    catching: (check) => {
      try {
        return check();
      } catch (cause) {
        if (!(cause instanceof AppError)) throw cause;
        refusal(cause);
        return undefined;
      }
    },
  };
}

/** `/assignments/0/role` is the column `role`, `/firstName` the column `first_name`. */
function fieldOf(pointer: string): ImportField | undefined {
  const last = pointer.split('/').at(-1) ?? '';
  const name = last.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return importFields.find((field) => field === name);
}
