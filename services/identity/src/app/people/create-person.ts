import type { Clock, Handler, NewId } from '@guildhall/kernel';
import type { Contact, Method } from '../../domain/contact.ts';
import { kindOf, type MembershipPolicy } from '../../domain/membership.ts';
import { cleanNames } from '../../domain/names.ts';
import { isAdministrator, type Person, type PersonKind } from '../../domain/person.ts';
import { knownRoles, member, type Role } from '../../domain/roles.ts';
import { addressOf } from '../address.ts';
import { auditOf } from '../caller.ts';
import type { Caller, PhoneNumbers } from '../ports.ts';
import { type AddPerson, ownContact } from './add-person.ts';
import type { Address, ContactClaimer } from './claim-contact.ts';
import type { AdministratorKeeper } from './keep-administrators.ts';

export type CreatePerson = Readonly<{
  firstName: string;
  lastName: string;
  kind?: PersonKind;
  roles: readonly string[];
  contacts: readonly Readonly<{ method: Method; value: string }>[];
  caller: Caller;
}>;

type Deps = Readonly<{
  claimer: ContactClaimer;
  addPerson: AddPerson;
  administrators: AdministratorKeeper;
  phones: PhoneNumbers;
  roles: readonly Role[];
  policy: MembershipPolicy;
  newId: NewId;
  clock: Clock;
}>;

/** Contacts first, then the person: a crash in between leaves contacts of nobody, which may be claimed again a minute later. */
export const createPersonHandler = (deps: Deps): Handler<CreatePerson, Person> => {
  const { claimer, addPerson, administrators, policy, newId, clock } = deps;
  return async (wanted) => {
    const at = clock.now();
    const names = cleanNames(wanted);
    const roles = wanted.roles.length === 0 ? [member] : knownRoles(deps.roles, wanted.roles);
    const addresses = addressesOf(deps.phones, wanted.contacts);
    const id = newId();
    for (const address of addresses) await claimer.check(address, id, at);
    const owned: Contact[] = [];
    for (const address of addresses) owned.push(await claimer.claim(address, id, at));
    const kind = wanted.kind ?? usualKind(policy, owned);
    const contacts = owned.map((contact) => ownContact(contact, at));
    const entry = auditOf(wanted.caller, 'person.created', id, at, 'admin');
    const person = await addPerson({ id, ...names, kind, roles, contacts, source: 'administrator' }, at, [entry]);
    if (isAdministrator(person)) await administrators.enter(id);
    return person;
  };
};

const usualKind = (policy: MembershipPolicy, contacts: readonly Contact[]): PersonKind =>
  contacts.some((contact) => kindOf(policy, contact) === 'staff') ? 'staff' : 'visitor';

function addressesOf(phones: PhoneNumbers, wanted: CreatePerson['contacts']): readonly Address[] {
  const addresses = wanted.map(({ method, value }, index) => {
    const pointer = `/contacts/${index}/value`;
    return { method, value: addressOf(phones, method, value, pointer), pointer };
  });
  return [...new Map(addresses.map((address) => [`${address.method} ${address.value}`, address])).values()];
}
