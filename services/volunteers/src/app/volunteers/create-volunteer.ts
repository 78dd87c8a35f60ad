import type { Handler, NewId } from '@guildhall/kernel';
import type { Assignment } from '../../domain/assignment.ts';
import { enrol, isEmail, normalisedEmail, type Profile, reservedIds } from '../../domain/enrolment.ts';
import { type Ground, todayOf } from '../../domain/ground.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Caller, Scopes } from '../ports.ts';
import { auditedAct } from './acts.ts';
import { approvalFor, assertReaches, type Authority, authorityOf } from './authority.ts';
import { type AssignmentInput, refuseExcluded, resolveDays, resolvePlace, resolveRole } from './resolve-assignment.ts';
import { groundOf, store, type Storing } from './storing.ts';

/** `id` makes a repeat the same; a new one when absent. */
export type CreateVolunteer = Readonly<{
  profile: Profile;
  assignments: readonly AssignmentInput[];
  caller: Caller;
  id?: string;
}>;

export type CreateDeps = Storing & Readonly<{ scopes: Scopes; newId: NewId; phoneOf: (given: string) => string }>;

/** Adds a volunteer, or nothing at all. Everything is checked before anything is stored. */
export const createVolunteerHandler =
  (deps: CreateDeps): Handler<CreateVolunteer, Volunteer> =>
  async ({ profile, assignments, caller, id }) => {
    const ground = await groundOf(deps);
    const authority = await authorityOf(deps.scopes, caller);
    const given = {
      profile: checkedProfile(profile, deps.phoneOf),
      assignments: resolveAll(assignments, ground, authority, deps.newId),
    };
    const at = ground.now;
    const outcome = enrol({ ...given, id: id ?? deps.newId(), at, by: caller.principal.personId });
    return store(deps, undefined, outcome, ground, (volunteer) => [
      auditedAct(volunteer, at, caller, { action: 'volunteer.created' }),
    ]);
  };

/** Names and addresses as they are kept. Throws for the first field that is not as it should be. */
export function checkedProfile(profile: Profile, phoneOf: (given: string) => string): Profile {
  const checked = {
    volunteerId: profile.volunteerId.trim(),
    email: normalisedEmail(profile.email),
    firstName: profile.firstName.trim().normalize('NFC'),
    lastName: profile.lastName.trim().normalize('NFC'),
  };
  if (!/^[A-Za-z0-9-]{1,32}$/.test(checked.volunteerId)) {
    throw refusals.field('/volunteerId', 'must be 1 to 32 letters, digits or hyphens');
  }
  if (reservedIds.has(checked.volunteerId)) throw refusals.field('/volunteerId', 'is a word that has another meaning');
  if (!isEmail(checked.email)) throw refusals.field('/email', 'must be an e-mail address');
  if (checked.firstName === '') throw refusals.field('/firstName', 'must not be empty');
  if (checked.lastName === '') throw refusals.field('/lastName', 'must not be empty');
  return { ...checked, phone: checkedPhone(profile.phone, phoneOf) };
}

function checkedPhone(given: string, phoneOf: (given: string) => string): string {
  const phone = given.trim();
  if (phone === '') return '';
  const normal = phoneOf(phone);
  if (normal === '') throw refusals.field('/phone', 'must be a phone number, with its country code or of here');
  return normal;
}

function resolveAll(
  inputs: readonly AssignmentInput[],
  ground: Ground,
  authority: Authority,
  newId: NewId,
): readonly Assignment[] {
  const resolved: Assignment[] = [];
  for (const [index, input] of inputs.entries()) {
    const assignment = resolveAssignment(input, `/assignments/${index}`, ground, authority, newId);
    refuseExcluded(ground.book, [...resolved, assignment], `/assignments/${index}/role`);
    const isTwice = resolved.some((one) => isSameAssignment(one, assignment));
    if (isTwice) throw refusals.duplicateAssignment(`/assignments/${index}`);
    resolved.push(assignment);
  }
  if (resolved.length === 0) throw refusals.field('/assignments', 'must name a role and a place at least');
  return resolved;
}

export const isSameAssignment = (a: Assignment, b: Assignment): boolean =>
  a.roleKey === b.roleKey && a.locationId === b.locationId;

/** A role at a place as it is stored, waiting for approval where the caller may not give it alone. */
export function resolveAssignment(
  input: AssignmentInput,
  pointer: string,
  ground: Ground,
  authority: Authority,
  newId: NewId,
): Assignment {
  const place = resolvePlace(ground.book, input, pointer);
  const role = resolveRole(ground.book, input.role, pointer);
  assertReaches(authority, place);
  return {
    id: newId(),
    roleKey: role.key,
    locationId: place.id,
    ...resolveDays(input, todayOf(ground), pointer),
    ...approvalFor(authority, role, place, ground.now),
  };
}
