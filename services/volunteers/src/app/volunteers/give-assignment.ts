import type { Handler, NewId } from '@guildhall/kernel';
import { type Assignment, isOpen } from '../../domain/assignment.ts';
import { locationOf } from '../../domain/book.ts';
import { added } from '../../domain/enrolment.ts';
import { type Ground, todayOf } from '../../domain/ground.ts';
import { refusals } from '../../domain/refusals.ts';
import { decidesAt } from '../../domain/scope.ts';
import type { Volunteer, VolunteerFact } from '../../domain/volunteer.ts';
import type { Caller } from '../ports.ts';
import { assertReaches, type Authority } from './authority.ts';
import { inWords } from './change-assignments.ts';
import { changeVolunteer, type ChangingDeps } from './changing.ts';
import { isSameAssignment, resolveAssignment } from './create-volunteer.ts';
import { type AssignmentInput, refuseExcluded } from './resolve-assignment.ts';

export type AddAssignment = Readonly<{ volunteerId: string; assignment: AssignmentInput; caller: Caller }>;

export const addAssignmentHandler =
  (deps: ChangingDeps & Readonly<{ newId: NewId }>): Handler<AddAssignment, Volunteer> =>
  ({ assignment: input, ...asked }) =>
    changeVolunteer(deps, asked, (volunteer, ground, authority) => {
      if (volunteer.status === 'left') throw refusals.hasLeft();
      const assignment = resolveAssignment(input, '', ground, authority, deps.newId);
      const open = openOf(volunteer, ground);
      if (open.some((one) => isSameAssignment(one, assignment))) throw refusals.duplicateAssignment('');
      refuseExcluded(ground.book, [...open, assignment], '/role');
      const next = { ...volunteer, assignments: [...volunteer.assignments, assignment] };
      const isWaiting = assignment.approval?.state === 'pending';
      const after = inWords(ground.book, assignment);
      const action = isWaiting ? 'assignment.requested' : 'assignment.added';
      return {
        outcome: { next, facts: isWaiting ? [] : [added(next, ground.now)(assignment)] },
        acts: [{ action, subject: assignment.roleKey, after }],
      };
    });

export type EndAssignment = Readonly<{ volunteerId: string; assignmentId: string; caller: Caller }>;

export const endAssignmentHandler =
  (deps: ChangingDeps): Handler<EndAssignment, Volunteer> =>
  ({ assignmentId, ...asked }) =>
    changeVolunteer(deps, asked, (volunteer, ground, authority) => {
      if (volunteer.status === 'left') throw refusals.hasLeft();
      const assignment = openOf(volunteer, ground).find(({ id }) => id === assignmentId);
      if (!assignment) throw refusals.assignmentNotFound();
      assertReachesOf(ground, authority, assignment);
      if (openOf(volunteer, ground).length === 1) throw refusals.lastAssignment();
      const ended = { ...assignment, endedAt: ground.now };
      const next = { ...volunteer, assignments: replaced(volunteer.assignments, ended) };
      const before = inWords(ground.book, assignment);
      return {
        outcome: { next, facts: [{ type: 'assignment-ended', assignment: ended, volunteer: next, at: ground.now }] },
        acts: [{ action: 'assignment.ended', subject: assignment.roleKey, before }],
      };
    });

export type DecideAssignment = Readonly<{
  volunteerId: string;
  assignmentId: string;
  isApproved: boolean;
  reason: string;
  caller: Caller;
}>;

/** Approves or refuses a role that waits; not by who asked for it, and not with less than the district. */
export const decideAssignmentHandler =
  (deps: ChangingDeps): Handler<DecideAssignment, Volunteer> =>
  ({ assignmentId, isApproved, reason, ...asked }) =>
    changeVolunteer(deps, asked, (volunteer, ground, authority) => {
      const assignment = volunteer.assignments.find(({ id }) => id === assignmentId);
      if (!assignment) throw refusals.assignmentNotFound();
      if (assignment.approval?.state !== 'pending' || assignment.endedAt) throw refusals.notPending();
      assertMayDecide(ground, authority, assignment);
      const decided = decide(assignment, isApproved, authority.personId, ground.now);
      const assignments = replaced(volunteer.assignments, decided).map((one) =>
        isApproved && one.id === assignment.approval?.replaces && !one.endedAt ? { ...one, endedAt: ground.now } : one,
      );
      const next = { ...volunteer, assignments };
      const action = isApproved ? 'assignment.approved' : 'assignment.refused';
      const facts: VolunteerFact[] = isApproved ? [added(next, ground.now)(decided)] : [];
      const act = { action, subject: decided.roleKey, after: inWords(ground.book, decided), reason };
      return { outcome: { next, facts }, acts: [act] };
    });

function decide(assignment: Assignment, isApproved: boolean, by: string, at: Date): Assignment {
  const { approval } = assignment;
  if (!approval) return assignment;
  const state = isApproved ? 'approved' : 'refused';
  return { ...assignment, approval: { ...approval, state, decidedBy: by, decidedAt: at } };
}

function assertMayDecide({ book }: Ground, { scope, personId }: Authority, { locationId, approval }: Assignment): void {
  const place = locationOf(book, locationId);
  const isOwn = approval?.requestedBy === personId;
  if (!place || !decidesAt(scope, place) || isOwn) throw refusals.mayNotApprove();
}

function assertReachesOf({ book }: Ground, authority: Authority, { locationId }: Assignment): void {
  const place = locationOf(book, locationId);
  if (place) assertReaches(authority, place);
}

const openOf = ({ assignments }: Volunteer, ground: Ground): readonly Assignment[] =>
  assignments.filter((one) => isOpen(one, todayOf(ground)));

const replaced = (assignments: readonly Assignment[], by: Assignment): readonly Assignment[] =>
  assignments.map((one) => (one.id === by.id ? by : one));
