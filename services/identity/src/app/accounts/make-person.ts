import { kindOf, type MembershipPolicy } from '../../domain/membership.ts';
import type { Names } from '../../domain/names.ts';
import type { Person } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import { member } from '../../domain/roles.ts';
import { type AddPerson, ownContact } from '../people/add-person.ts';
import type { ContactClaimer } from '../people/claim-contact.ts';
import type { People } from '../ports.ts';

type Wanted = Names & Readonly<{ personId: string; email: string; timeZone?: string; locale?: string }>;
type Deps = Readonly<{ claimer: ContactClaimer; people: People; addPerson: AddPerson; policy: MembershipPolicy }>;

export type MakePerson = (wanted: Wanted, at: Date) => Promise<Person>;

/**
 * Makes the person who has just proved this address: contact, then person, under an id settled before. A repeat goes on
 * where an earlier one stopped. Throws `identity.registration_refused`, `identity.contact_taken`.
 */
export const personMaker =
  ({ claimer, people, addPerson, policy }: Deps): MakePerson =>
  async ({ personId, email, ...about }, at) => {
    const kind = kindOf(policy, { method: 'email', value: email });
    if (!kind) throw refusals.registrationRefused();
    const contact = await claimer.claim({ method: 'email', value: email, pointer: '/email' }, personId, at);
    const known = await people.find(personId);
    if (known) return known;
    return addPerson({ id: personId, ...about, kind, roles: [member], contacts: [ownContact(contact, at)] }, at);
  };
