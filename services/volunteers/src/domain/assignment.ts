/** A role at a place, from a day on; what waits for approval gives nothing. */
export type Assignment = Readonly<{
  id: string;
  roleKey: string;
  locationId: string;
  /** The first and the last day. */
  from: string;
  to?: string;
  approval?: Approval;
  endedAt?: Date;
}>;

export type Approval = Readonly<{
  state: 'pending' | 'approved' | 'refused';
  requestedBy: string;
  requestedAt: Date;
  decidedBy?: string;
  decidedAt?: Date;
  /** The assignment that it takes the place of, once it is approved. */
  replaces?: string;
}>;

export type AssignmentState = 'planned' | 'active' | 'ended' | 'pending_approval' | 'refused';

export function stateOf({ from, to, approval, endedAt }: Assignment, today: string): AssignmentState {
  if (approval?.state === 'refused') return 'refused';
  if (endedAt || (to !== undefined && to < today)) return 'ended';
  if (approval?.state === 'pending') return 'pending_approval';
  return from > today ? 'planned' : 'active';
}

/** It gives access on this day. */
export const counts = (assignment: Assignment, today: string): boolean => stateOf(assignment, today) === 'active';

/** It is not over. */
export const isOpen = (assignment: Assignment, today: string): boolean =>
  ['planned', 'active', 'pending_approval'].includes(stateOf(assignment, today));

/** The first one that counts, else the first that is not over: what is shown where there is room for one. */
export const foremost = (assignments: readonly Assignment[], today: string): Assignment | undefined =>
  assignments.find((one) => counts(one, today)) ?? assignments.find((one) => isOpen(one, today)) ?? assignments.at(-1);
