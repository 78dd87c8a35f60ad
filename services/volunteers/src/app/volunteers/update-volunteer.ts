import { type Handler, retryStale } from '@guildhall/kernel';
import type { Profile } from '../../domain/enrolment.ts';
import { refusals } from '../../domain/refusals.ts';
import { startOver } from '../../domain/outcome-of-lookup.ts';
import type { Volunteer, VolunteerFact } from '../../domain/volunteer.ts';
import type { Caller } from '../ports.ts';
import { type Act, auditedAct, maskedEmail } from './acts.ts';
import { assertSees, authorityOf } from './authority.ts';
import { type AssignmentChange, changeAssignments } from './change-assignments.ts';
import { checkedProfile, type CreateDeps } from './create-volunteer.ts';
import { groundOf, store } from './storing.ts';

/** What is absent stays as it is. */
export type VolunteerChange = Readonly<{
  profile: Partial<Omit<Profile, 'volunteerId'>>;
  assignments: readonly AssignmentChange[];
}>;

/** `version` is the one that was read; 0 for any. */
export type UpdateVolunteer = Readonly<{
  volunteerId: string;
  change: VolunteerChange;
  version: number;
  caller: Caller;
}>;

/** Changes this volunteer and no other, in one write, after everything was checked. */
export const updateVolunteerHandler =
  (deps: CreateDeps): Handler<UpdateVolunteer, Volunteer> =>
  ({ volunteerId, change, version, caller }) =>
    retryStale(async () => {
      const found = await deps.volunteers.named(volunteerId);
      const [ground, authority] = [await groundOf(deps), await authorityOf(deps.scopes, caller)];
      if (!found) throw refusals.volunteerNotFound();
      assertSees(authority, found, ground.book);
      if (version !== 0 && version !== found.version) throw refusals.versionConflict();
      if (found.status === 'left') throw refusals.hasLeft();
      const given = { ...found, ...change.profile };
      const { volunteerId: _same, ...profile } = checkedProfile(given, deps.phoneOf);
      const fields = (Object.keys(profile) as (keyof typeof profile)[]).filter((key) => profile[key] !== found[key]);
      const roles = changeAssignments(found, change.assignments, { ground, authority, newId: deps.newId });
      if (fields.length === 0 && roles.changed.length === 0) return found;
      const at = ground.now;
      const named: Volunteer = { ...found, ...profile, updatedAt: at, updatedBy: caller.principal.personId };
      const isNewAddress = fields.includes('email') && found.slackLink !== 'manual';
      const next = { ...(isNewAddress ? startOver(named) : named), assignments: roles.assignments };
      const facts: VolunteerFact[] = [
        {
          type: 'updated',
          fields: [...fields, ...(roles.changed.length > 0 ? ['assignments'] : [])],
          volunteer: next,
          at,
        },
        ...roles.facts(next, at),
      ];
      const acts: readonly Act[] = [...fields.map((field) => actOf(field, found, next)), ...roles.changed];
      return store(deps, found, { next, facts }, ground, (volunteer) =>
        acts.map((act) => auditedAct(volunteer, at, caller, act)),
      );
    });

// Names and numbers are no part of an entry, which outlives them.
const actOf = (field: keyof Omit<Profile, 'volunteerId'>, before: Volunteer, after: Volunteer): Act => ({
  action: 'volunteer.updated',
  subject: field,
  ...(field === 'email' && { before: maskedEmail(before.email), after: maskedEmail(after.email) }),
});
