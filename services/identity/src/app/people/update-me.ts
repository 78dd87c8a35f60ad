import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { cleanNames } from '../../domain/names.ts';
import { changePerson, type Person, type PersonChange } from '../../domain/person.ts';
import { cleanPreferences } from '../../domain/preferences.ts';
import { refusals } from '../../domain/refusals.ts';
import { auditOf, personOf } from '../caller.ts';
import type { Caller, People } from '../ports.ts';
import { actionsOf } from './update-person.ts';

export type UpdateMe = Readonly<{ change: PersonChange; caller: Caller }>;

type Deps = Readonly<{ people: People; clock: Clock }>;

export const updateMeHandler =
  ({ people, clock }: Deps): Handler<UpdateMe, Person> =>
  ({ change: wanted, caller }) =>
    retryStale(async () => {
      const at = clock.now();
      const current = await people.find(personOf(caller));
      if (!current) throw refusals.personNotFound();
      const change = cleaned(current, wanted);
      const decision = changePerson(current, change, at);
      if (!decision) return current;
      const { next, facts } = decision;
      const entries = actionsOf(current, change).map((action) => auditOf(caller, action, current.id, at));
      await people.save(next, [...facts, ...entries.map((entry) => audited(next, entry))]);
      return next;
    });

function cleaned(current: Person, { firstName, lastName, ...preferences }: PersonChange): PersonChange {
  const names = { firstName: firstName ?? current.firstName, lastName: lastName ?? current.lastName };
  const isRenaming = names.firstName !== current.firstName || names.lastName !== current.lastName;
  // Whom the directory names is found under that name by everybody.
  if (isRenaming && current.source === 'directory') throw refusals.fieldNotEditable(['/firstName', '/lastName']);
  return { ...cleanNames(names), ...cleanPreferences(current, preferences) };
}
