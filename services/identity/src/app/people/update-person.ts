import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { type AuditAction, audited } from '../../domain/audit.ts';
import { cleanNames } from '../../domain/names.ts';
import {
  changedFields,
  changePerson,
  isAdministrator,
  isGone,
  type Person,
  type PersonChange,
} from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import { cleanPreferences } from '../../domain/preferences.ts';
import { knownRoles, type Role } from '../../domain/roles.ts';
import { auditOf } from '../caller.ts';
import type { Caller, People } from '../ports.ts';
import type { EndCredentials } from '../sessions/end-credentials.ts';
import type { AdministratorKeeper } from './keep-administrators.ts';

export type UpdatePerson = Readonly<{ personId: string; change: PersonChange; caller: Caller }>;

type Deps = Readonly<{
  people: People;
  administrators: AdministratorKeeper;
  endCredentials: EndCredentials;
  roles: readonly Role[];
  clock: Clock;
}>;

export const updatePersonHandler = (deps: Deps): Handler<UpdatePerson, Person> => {
  const { people, administrators, endCredentials, clock } = deps;
  return ({ personId, change: wanted, caller }) =>
    retryStale(async () => {
      const at = clock.now();
      const current = await people.find(personId);
      if (!current || isGone(current)) throw refusals.personNotFound();
      const change = cleaned(current, wanted, deps.roles);
      const decision = changePerson(current, change, at);
      const person = decision?.next ?? current;
      if (decision) {
        if (isAdministrator(current) && !isAdministrator(person)) await administrators.takeOut(personId);
        const entries = actionsOf(current, change).map((action) => auditOf(caller, action, personId, at, 'admin'));
        await people.save(person, [...decision.facts, ...entries.map((entry) => audited(person, entry))]);
      }
      // Repeated even when nothing changed: an earlier attempt may have died between the person and these.
      if (isAdministrator(person)) await administrators.enter(personId);
      if (person.status === 'disabled') await endCredentials(personId);
      return person;
    });
};

function cleaned(
  current: Person,
  { firstName, lastName, ...others }: PersonChange,
  table: readonly Role[],
): PersonChange {
  const rest = { ...others, ...cleanPreferences(current, others) };
  const hasNames = firstName !== undefined || lastName !== undefined;
  const names = { firstName: firstName ?? current.firstName, lastName: lastName ?? current.lastName };
  return {
    ...rest,
    ...(rest.roles && { roles: knownRoles(table, rest.roles) }),
    ...(hasNames && cleanNames(names)),
  };
}

const actions: Readonly<Record<keyof PersonChange, AuditAction>> = {
  firstName: 'person.names_changed',
  lastName: 'person.names_changed',
  kind: 'person.kind_changed',
  status: 'person.status_changed',
  roles: 'person.roles_changed',
  flags: 'person.flags_changed',
  timeZone: 'person.preferences_changed',
  locale: 'person.preferences_changed',
  preferredContactId: 'person.preferences_changed',
  reminders: 'person.preferences_changed',
  visible: 'person.preferences_changed',
};

/** What to record of a change. */
export const actionsOf = (current: Person, change: PersonChange): readonly AuditAction[] => [
  ...new Set(changedFields(current, change).map((field) => actions[field])),
];
