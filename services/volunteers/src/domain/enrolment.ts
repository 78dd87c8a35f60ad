import type { Assignment } from './assignment.ts';
import { newOnboarding, type Outcome, type Volunteer, type VolunteerFact } from './volunteer.ts';

export type Profile = Pick<Volunteer, 'volunteerId' | 'email' | 'firstName' | 'lastName' | 'phone'>;

type Enrolment = Readonly<{ id: string; profile: Profile; assignments: readonly Assignment[]; at: Date; by: string }>;

export function enrol({ id, profile, assignments, at, by }: Enrolment): Outcome {
  const next: Volunteer = {
    ...profile,
    id,
    version: 1,
    status: 'active',
    slackLink: 'auto',
    assignments,
    onboarding: newOnboarding,
    memberships: [],
    erased: false,
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
  };
  return { next, facts: [{ type: 'created', volunteer: next, at }, ...assignments.map(added(next, at))] };
}

export const added =
  (volunteer: Volunteer, at: Date) =>
  (assignment: Assignment): VolunteerFact => ({ type: 'assignment-added', assignment, volunteer, at });

/** An address as it is compared: lower case, and one way to write each letter. */
export const normalisedEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

export const isEmail = (email: string): boolean =>
  email.length <= 254 && /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)+$/u.test(email);

/** What `/api/volunteers/<name>` and the page of that name already are: no volunteer can be called so. */
export const reservedIds: ReadonlySet<string> = new Set([
  'approvals',
  'board',
  'channels',
  'connections',
  'drift',
  'exclusions',
  'export',
  'import',
  'imports',
  'invite-links',
  'locations',
  'managers',
  'me',
  'new',
  'on-site',
  'orphans',
  'reconcile',
  'reconciliations',
  'reviews',
  'roles',
  'rules',
  'stats',
  'tasks',
  'applications',
  'opportunities',
  'shifts',
  'hours',
  'recognition',
  'unmatched-slack-users',
]);
