import { type Clock, type NewId, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { claim, newContact } from '../../domain/contact.ts';
import { changePerson, isAdministrator, type Person } from '../../domain/person.ts';
import { administrator, member } from '../../domain/roles.ts';
import { addressOf } from '../address.ts';
import { auditOf, platform } from '../caller.ts';
import type { Contacts, People, PhoneNumbers } from '../ports.ts';
import { type AddPerson, ownContact } from './add-person.ts';
import type { AdministratorKeeper } from './keep-administrators.ts';

type Deps = Readonly<{
  contacts: Contacts;
  people: People;
  addPerson: AddPerson;
  administrators: AdministratorKeeper;
  phones: PhoneNumbers;
  newId: NewId;
  clock: Clock;
}>;

const names = { firstName: 'Platform', lastName: 'Administrator' };

/** At every start of every replica: whoever owns this address administers. Repeats and rivals find it done. */
export const ensureAdministrator =
  (deps: Deps) =>
  async (email: string): Promise<void> => {
    const { contacts, people, addPerson, administrators, newId, clock } = deps;
    const value = addressOf(deps.phones, 'email', email);
    await retryStale(async () => {
      const at = clock.now();
      const known = (await contacts.find('email', value)) ?? newContact(newId(), 'email', value, at);
      const personId = known.personId ?? newId();
      const contact = known.ownedAt ? known : claim(known, personId, at);
      if (contact !== known) await contacts.save(contact, []);
      const roles = [member, administrator];
      const fields = { id: personId, ...names, kind: 'staff' as const, roles, contacts: [ownContact(contact, at)] };
      const person = (await people.find(personId)) ?? (await addPerson(fields, at));
      await promote(people, person, at);
      await administrators.enter(personId);
    });
  };

async function promote(people: People, person: Person, at: Date): Promise<void> {
  if (isAdministrator(person)) return;
  const roles = [...new Set([...person.roles, administrator])];
  const decision = changePerson(person, { status: 'active', roles }, at);
  if (!decision) return;
  const { next, facts } = decision;
  const entry = auditOf(platform, 'person.roles_changed', person.id, at);
  await people.save(next, [...facts, audited(next, entry)]);
}
