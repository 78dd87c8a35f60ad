import type { Assignment, AssignmentChange, AssignmentInput, Location } from '@guildhall/client';

/** A role at a place as it is typed; the place by its id. */
export type AssignmentForm = Readonly<{ role: string; placeId: string; from: string; to: string }>;

export const blankAssignment: AssignmentForm = { role: '', placeId: '', from: '', to: '' };

export const formOf = ({ role, locationId, from, to }: Assignment): AssignmentForm => ({
  role,
  placeId: locationId,
  from,
  to,
});

const placeOf = (places: readonly Location[], placeId: string) => {
  const { area = '', district = '', branch = '' } = places.find(({ locationId }) => locationId === placeId) ?? {};
  return { area, district, branch };
};

export const inputOf = ({ role, placeId, from, to }: AssignmentForm, places: readonly Location[]): AssignmentInput => ({
  ...placeOf(places, placeId),
  role,
  ...(from && { from }),
  ...(to && { to }),
});

/** What of an assignment was changed; nothing where it is as it was. */
export function changeOf(
  before: Assignment,
  after: AssignmentForm,
  places: readonly Location[],
): AssignmentChange | undefined {
  const change = {
    ...(after.role !== before.role && { role: after.role }),
    ...(after.placeId !== before.locationId && placeOf(places, after.placeId)),
    ...(after.from !== before.from && { from: after.from }),
    ...(after.to !== before.to && { to: after.to }),
  };
  return Object.keys(change).length === 0 ? undefined : { assignmentId: before.assignmentId, ...change };
}

/** Roles that can still be changed. */
export const openOf = (assignments: readonly Assignment[]): readonly Assignment[] =>
  assignments.filter(({ state }) => state !== 'ended' && state !== 'refused');
