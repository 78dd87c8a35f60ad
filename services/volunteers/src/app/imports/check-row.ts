import type { NewId } from '@guildhall/kernel';
import { foremost } from '../../domain/assignment.ts';
import { isSameName, locationOf } from '../../domain/book.ts';
import { normalisedEmail, type Profile } from '../../domain/enrolment.ts';
import { type Ground, todayOf } from '../../domain/ground.ts';
import { importFields, neededFields } from '../../domain/import-columns.ts';
import { cellOf, type ImportRow, type Issue, textFault } from '../../domain/import-row.ts';
import type { ImportRun } from '../../domain/import-run.ts';
import { areAlike, nameKey } from '../../domain/name-key.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import { type Authority, sees } from '../volunteers/authority.ts';
import { type AssignmentChange, changeAssignments } from '../volunteers/change-assignments.ts';
import { checkedProfile, resolveAssignment } from '../volunteers/create-volunteer.ts';
import { type AssignmentInput, resolvePlace, resolveRole } from '../volunteers/resolve-assignment.ts';
import type { VolunteerChange } from '../volunteers/update-volunteer.ts';
import { type Issues, issuesOf } from './issues.ts';
import type { Known } from './known.ts';
import { assignmentOf, profileOf } from './row-parts.ts';

/** What a line comes to. */
export type Verdict =
  | Readonly<{ what: 'create'; profile: Profile; assignment: AssignmentInput }>
  | Readonly<{ what: 'update'; change: VolunteerChange }>
  | Readonly<{ what: 'created' | 'unchanged' | 'failed' }>;

export type Checked = Readonly<{ verdict: Verdict; issues: readonly Issue[] }>;

export type Checking = Readonly<{
  run: Pick<ImportRun, 'options' | 'columns'>;
  ground: Ground;
  authority: Authority;
  known: Known;
  newId: NewId;
  phoneOf: (given: string) => string;
}>;

/** Checks a line as the change itself would be, and finds everything that is wrong. Changes nothing. */
export function checkRow(row: ImportRow, checking: Checking, ownId: string): Checked {
  const there = checking.known.named.get(cellOf(row, 'volunteer_id'));
  // Added by this import before a process died.
  if (there?.id === ownId) return { verdict: { what: 'created' }, issues: row.issues };
  const issues = issuesOf(row, checking.run);
  for (const field of importFields) {
    const fault = textFault(row, field);
    if (fault !== undefined) issues.error(field, fault);
  }
  const verdict = there ? checkUpdate(row, there, checking, issues) : checkNew(row, checking, issues);
  const hasFailed = issues.all.some(({ severity }) => severity === 'error');
  return { verdict: hasFailed ? { what: 'failed' } : verdict, issues: issues.all };
}

function checkNew(row: ImportRow, { ground, authority, newId, phoneOf, known }: Checking, issues: Issues): Verdict {
  for (const field of neededFields) if (cellOf(row, field) === '') issues.error(field, 'is missing');
  const profile = profileOf(row);
  const assignment = assignmentOf(row);
  if (issues.areNoneOf(['volunteer_id', 'email', 'first_name', 'last_name'])) {
    issues.catching(() => checkedProfile(profile, phoneOf));
  }
  if (issues.areNoneOf(['area', 'district', 'branch']))
    issues.catching(() => resolvePlace(ground.book, assignment, ''));
  if (issues.areNoneOf(['role'])) issues.catching(() => resolveRole(ground.book, assignment.role, ''));
  if (issues.areNoneOf(['area', 'district', 'branch', 'role'])) {
    issues.catching(() => resolveAssignment(assignment, '', ground, authority, newId));
  }
  checkEmail(row, known, issues);
  const name = `${profile.firstName} ${profile.lastName}`;
  const twin = (known.alike.get(nameKey(name)) ?? []).find((one) => areAlike(one.name, name));
  if (twin) issues.warning(`has a name like "${twin.volunteerId}", who is there already: the same person?`);
  return { what: 'create', profile, assignment };
}

function checkUpdate(row: ImportRow, there: Volunteer, checking: Checking, issues: Issues): Verdict {
  const { ground, authority, newId, phoneOf, known, run } = checking;
  if (!run.options.updateExisting || !sees(authority.scope, there, ground.book)) {
    issues.error('volunteer_id', 'is taken: let the import update who is there, or give another id');
    return { what: 'failed' };
  }
  if (there.status === 'left') issues.error('volunteer_id', 'has left: reinstate first');
  const profile = changedProfile(row, there, phoneOf, issues);
  if (profile.email !== undefined) checkEmail(row, known, issues);
  const change = { profile, assignments: changedAssignment(row, there, ground) };
  issues.catching(() => changeAssignments(there, change.assignments, { ground, authority, newId }));
  const isSame = Object.keys(profile).length === 0 && change.assignments.length === 0;
  return isSame ? { what: 'unchanged' } : { what: 'update', change };
}

/** The address of somebody else is nobody's. */
function checkEmail(row: ImportRow, { owners }: Known, issues: Issues): void {
  const owner = owners.get(normalisedEmail(cellOf(row, 'email')));
  if (owner !== undefined && owner !== cellOf(row, 'volunteer_id')) issues.error('email', `is that of "${owner}"`);
}

function changedProfile(
  row: ImportRow,
  there: Volunteer,
  phoneOf: Checking['phoneOf'],
  issues: Issues,
): VolunteerChange['profile'] {
  const given = Object.entries(profileOf(row)).filter(([, value]) => value !== '');
  const wanted = { ...there, ...Object.fromEntries(given) };
  const checked = issues.catching(() => checkedProfile(wanted, phoneOf));
  if (!checked) return {};
  const fields = ['email', 'firstName', 'lastName', 'phone'] as const;
  return Object.fromEntries(
    fields.filter((field) => checked[field] !== there[field]).map((field) => [field, checked[field]]),
  );
}

/** Nothing where the line says what the foremost role is already. */
function changedAssignment(row: ImportRow, there: Volunteer, { book, ...ground }: Ground): readonly AssignmentChange[] {
  const first = foremost(there.assignments, todayOf(ground));
  const place = first && locationOf(book, first.locationId);
  const now = {
    ...assignmentOf(row),
    ...place,
    role: first?.roleKey ?? '',
    from: first?.from ?? '',
    to: first?.to ?? '',
  };
  const wanted = Object.entries(assignmentOf(row)) as [keyof AssignmentInput, string][];
  const other = wanted.filter(([field, value]) => value !== '' && !isSameName(value, now[field]));
  return other.length > 0 ? [{ assignmentId: '', ...Object.fromEntries(other) }] : [];
}
