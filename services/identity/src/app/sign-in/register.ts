import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { isExpired } from '../../domain/challenge.ts';
import { claim, type Contact } from '../../domain/contact.ts';
import { kindOf, type MembershipPolicy } from '../../domain/membership.ts';
import { cleanNames } from '../../domain/names.ts';
import { refusals } from '../../domain/refusals.ts';
import { member } from '../../domain/roles.ts';
import { type AddPerson, ownContact } from '../people/add-person.ts';
import type { Caller, Contacts, People, Tokens } from '../ports.ts';
import type { OpenSession, SignedIn } from './open-session.ts';

export type Register = Readonly<{ registrationToken: string; firstName: string; lastName: string; caller: Caller }>;

type Deps = Readonly<{
  contacts: Contacts;
  people: People;
  tokens: Tokens;
  policy: MembershipPolicy;
  addPerson: AddPerson;
  openSession: OpenSession;
  clock: Clock;
}>;

/**
 * Contact, person, session, in this order, under ids settled when the code was proven. A repeat after a crash finds what is
 * there and goes on; the session comes last, and whoever inserts it has used the token up.
 */
export const registerHandler = (deps: Deps): Handler<Register, SignedIn> => {
  const { contacts, people, tokens, policy, addPerson, openSession, clock } = deps;
  return ({ registrationToken, firstName, lastName, caller }) =>
    retryStale(async () => {
      const at = clock.now();
      const found = await contacts.findByRegistration(tokens.hash(registrationToken));
      const { contact, personId, sessionId } = registrationOf(found, at);
      const names = cleanNames({ firstName, lastName });
      const kind = kindOf(policy, contact);
      if (!kind) throw refusals.registrationRefused();
      const owned = contact.ownedAt ? contact : claim(contact, personId, at);
      if (owned !== contact) await contacts.save(owned, []);
      const fields = { id: personId, ...names, kind, roles: [member], contacts: [ownContact(owned, at)] };
      const person = (await people.find(personId)) ?? (await addPerson(fields, at));
      return openSession({ sessionId, person, caller, way: 'code', taken: refusals.registrationExpired });
    });
};

function registrationOf(contact: Contact | undefined, at: Date) {
  const registration = contact?.registration;
  if (!contact?.personId || !registration || isExpired(registration, at)) throw refusals.registrationExpired();
  return { contact, personId: contact.personId, sessionId: registration.sessionId };
}
