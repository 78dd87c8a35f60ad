import type { NewId } from '@guildhall/kernel';
import { type Assignment, isOpen } from '../../domain/assignment.ts';
import { type Book, locationOf } from '../../domain/book.ts';
import { type Ground, todayOf } from '../../domain/ground.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Volunteer, VolunteerFact } from '../../domain/volunteer.ts';
import type { Act } from './acts.ts';
import { assertReaches, type Authority } from './authority.ts';
import { isSameAssignment, resolveAssignment } from './create-volunteer.ts';
import { refuseExcluded } from './resolve-assignment.ts';

/** Empty `assignmentId` is the only one; what is absent stays as it is. */
export type AssignmentChange = Readonly<{
  assignmentId: string;
  area?: string;
  district?: string;
  branch?: string;
  role?: string;
  from?: string;
  to?: string;
}>;

type Surroundings = Readonly<{ ground: Ground; authority: Authority; newId: NewId }>;

type Changed = Readonly<{
  assignments: readonly Assignment[];
  changed: readonly Act[];
  facts: (volunteer: Volunteer, at: Date) => readonly VolunteerFact[];
}>;

/** The roles after some changes. One that needs approval waits beside the one that it will take the place of. */
export function changeAssignments(
  volunteer: Volunteer,
  changes: readonly AssignmentChange[],
  around: Surroundings,
): Changed {
  let { assignments } = volunteer;
  const ended: Assignment[] = [];
  const begun: Assignment[] = [];
  const acts: Act[] = [];
  for (const [index, change] of changes.entries()) {
    const pointer = changes.length === 1 && change.assignmentId === '' ? '' : `/assignments/${index}`;
    const { before, after } = changeOne(assignments, change, pointer, around);
    if (before === after) continue;
    const isWaiting = after.approval?.state === 'pending' && before.approval?.state !== 'pending';
    assignments = isWaiting ? [...assignments, after] : assignments.map((one) => (one === before ? after : one));
    const current = isWaiting ? assignments.filter((one) => one !== before) : assignments;
    const today = todayOf(around.ground);
    refuseExcluded(
      around.ground.book,
      current.filter((one) => isOpen(one, today)),
      `${pointer}/role`,
    );
    if (!isWaiting) ended.push(before);
    begun.push(after);
    acts.push(actOf(around.ground.book, before, after, isWaiting));
  }
  return { assignments, changed: acts, facts: (next, at) => factsOf(ended, begun, next, at) };
}

function changeOne(
  assignments: readonly Assignment[],
  change: AssignmentChange,
  pointer: string,
  { ground, authority, newId }: Surroundings,
): Readonly<{ before: Assignment; after: Assignment }> {
  const today = todayOf(ground);
  const open = assignments.filter((one) => isOpen(one, today));
  const before = meant(open, change.assignmentId, pointer);
  const place = locationOf(ground.book, before.locationId);
  if (place) assertReaches(authority, place);
  const input = {
    area: change.area ?? place?.area ?? '',
    district: change.district ?? place?.district ?? '',
    branch: change.branch ?? place?.branch ?? '',
    role: change.role ?? before.roleKey,
    from: change.from ?? before.from,
    to: change.to ?? before.to ?? '',
  };
  const resolved = resolveAssignment(input, pointer, ground, authority, newId);
  const { approval, ...rest } = resolved;
  const isSame = isSameAssignment(resolved, before);
  if (isSame && resolved.from === before.from && resolved.to === before.to) return { before, after: before };
  const isTwice = open.some((one) => one.id !== before.id && isSameAssignment(one, resolved));
  if (isTwice) throw refusals.duplicateAssignment(pointer);
  // A role that was given already is not asked for again because its days or its place change.
  const isAsked = approval && resolved.roleKey !== before.roleKey;
  if (isAsked && before.approval?.state !== 'pending') {
    return { before, after: { ...resolved, approval: { ...approval, replaces: before.id } } };
  }
  return { before, after: { ...(before.approval && { approval: before.approval }), ...rest, id: before.id } };
}

/** The assignment that a change is about. */
function meant(open: readonly Assignment[], assignmentId: string, pointer: string): Assignment {
  if (assignmentId !== '') {
    const found = open.find(({ id }) => id === assignmentId);
    if (!found) throw refusals.assignmentNotFound();
    return found;
  }
  const given = open.filter(({ approval }) => approval?.state !== 'pending');
  const [only, ...others] = given.length > 0 ? given : open;
  if (!only) throw refusals.assignmentNotFound();
  if (others.length > 0) throw refusals.ambiguousAssignment(`${pointer}/assignmentId`);
  return only;
}

const actOf = (book: Book, before: Assignment, after: Assignment, isWaiting: boolean): Act => ({
  action: isWaiting ? 'assignment.requested' : 'assignment.changed',
  subject: after.roleKey,
  before: inWords(book, before),
  after: inWords(book, after),
});

/** `branch_manager at haifa/north/technion`. */
export function inWords(book: Book, { roleKey, locationId }: Assignment): string {
  const place = locationOf(book, locationId);
  return place ? `${roleKey} at ${place.area}/${place.district}/${place.branch}` : roleKey;
}

const factsOf = (
  ended: readonly Assignment[],
  begun: readonly Assignment[],
  volunteer: Volunteer,
  at: Date,
): readonly VolunteerFact[] => [
  ...ended.map((assignment): VolunteerFact => ({ type: 'assignment-ended', assignment, volunteer, at })),
  ...begun
    .filter(({ approval }) => approval?.state !== 'pending')
    .map((assignment): VolunteerFact => ({ type: 'assignment-added', assignment, volunteer, at })),
];
