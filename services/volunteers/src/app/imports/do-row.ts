import { AppError, type Handler } from '@guildhall/kernel';
import { cellOf, type ImportRow, type Issue } from '../../domain/import-row.ts';
import type { Counts, ImportRun } from '../../domain/import-run.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Caller } from '../ports.ts';
import type { CreateVolunteer } from '../volunteers/create-volunteer.ts';
import type { UpdateVolunteer } from '../volunteers/update-volunteer.ts';
import { checkRow, type Checking } from './check-row.ts';
import { issuesOf } from './issues.ts';

export type Doing = Readonly<{
  create: Handler<CreateVolunteer, Volunteer>;
  update: Handler<UpdateVolunteer, Volunteer>;
  /** Hears of what nobody foresaw. */
  report: (error: unknown, importId: string) => void;
}>;

export type Done = Readonly<{ what: keyof Counts; issues: readonly Issue[] }>;

/** Does what a line says, as it is done by hand; nothing while the import is only checked. */
export async function doRow(
  { create, update, report }: Doing,
  row: ImportRow,
  checking: Checking,
  { run, caller }: Readonly<{ run: ImportRun; caller: Caller }>,
): Promise<Done> {
  const ownId = `${run.id}-${row.line}`;
  const { verdict, issues } = checkRow(row, checking, ownId);
  const isTrial = run.state === 'checking';
  try {
    switch (verdict.what) {
      case 'create':
        if (!isTrial) await create({ ...verdict, assignments: [verdict.assignment], caller, id: ownId });
        return { what: 'created', issues };
      case 'update': {
        const volunteerId = cellOf(row, 'volunteer_id');
        if (!isTrial) await update({ volunteerId, change: verdict.change, version: 0, caller });
        return { what: 'updated', issues };
      }
      default:
        return { what: verdict.what, issues };
    }
  } catch (error) {
    const found = issuesOf(row, run);
    if (error instanceof AppError) {
      if (!isAboutTheLine(error)) throw error;
      found.refusal(error);
    } else {
      // One line that nobody foresaw stops no other.
      report(error, run.id);
      found.error(undefined, 'could not be done: try it by hand');
    }
    return { what: 'failed', issues: found.all };
  }
}

/** What is refused because of what it says. What can be done later is tried again then, with the whole batch. */
const isAboutTheLine = ({ kind }: AppError): boolean =>
  ['malformed', 'invalid', 'forbidden', 'not-found', 'gone', 'conflict'].includes(kind);
