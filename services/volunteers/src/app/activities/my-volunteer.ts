import type { Clock } from '@guildhall/kernel';
import { counts } from '../../domain/assignment.ts';
import { activityRefusals } from '../../domain/activity-refusals.ts';
import type { Opportunity } from '../../domain/opportunity.ts';
import type { OrgDays } from '../../domain/org-day.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Books, People, Volunteers } from '../ports.ts';
import type { Opportunities, Shifts } from './ports.ts';

export type MyDeps = Readonly<{
  opportunities: Opportunities;
  shifts: Shifts;
  volunteers: Volunteers;
  people: People;
  books: Books;
  days: OrgDays;
  clock: Clock;
  nudge: () => void;
}>;

/** A shift as the caller sees it, who is this volunteer; empty for who is none. */
export type MyShift = Readonly<{ shift: Shift; opportunity: Opportunity; volunteerId: string }>;

type Deps = Readonly<{ volunteers: Pick<Volunteers, 'withEmail'>; people: Pick<People, 'emailsOf'> }>;

/** The volunteer that a person is: found by an address that identity verified. */
export async function volunteerOf({ volunteers, people }: Deps, personId: string): Promise<Volunteer | undefined> {
  for (const email of await people.emailsOf(personId)) {
    const volunteer = await volunteers.withEmail(email);
    if (volunteer) return volunteer;
  }
  return undefined;
}

export async function requireVolunteer(deps: Deps, personId: string): Promise<Volunteer> {
  const volunteer = await volunteerOf(deps, personId);
  if (!volunteer) throw activityRefusals.notAVolunteer();
  return volunteer;
}

/** It is for everybody, or for a role that the volunteer has today. */
export const isOpenTo = ({ roleKey }: Opportunity, { assignments }: Volunteer, today: string): boolean =>
  roleKey === '' || assignments.some((one) => one.roleKey === roleKey && counts(one, today));
