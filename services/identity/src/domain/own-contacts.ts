import type { Decision } from '@guildhall/kernel';
import { type OwnContact, type Person, type PersonFact, told } from './person.ts';
import { credentialRefusals as refusals } from './credential-refusals.ts';

const mostContacts = 20;

/** Undefined when the person has this contact already. Throws `identity.too_many_contacts`. */
export function addContact(current: Person, contact: OwnContact, at: Date): Decision<Person, PersonFact> | undefined {
  if (current.contacts.some(({ id }) => id === contact.id)) return undefined;
  if (current.contacts.length >= mostContacts) throw refusals.tooManyContacts();
  const { next, facts } = told(current, { contacts: [...current.contacts, contact] }, at);
  return { next, facts: [...facts, { type: 'contact-verified', person: next, contactId: contact.id, at }] };
}

/** Undefined when the person has no such contact. Throws `identity.last_contact` for the last one to sign in by. */
export function dropContact(current: Person, contactId: string, at: Date): Decision<Person, PersonFact> | undefined {
  const dropped = current.contacts.find(({ id }) => id === contactId);
  if (!dropped) return undefined;
  const contacts = current.contacts.filter(({ id }) => id !== contactId);
  if (opens(dropped) && !contacts.some(opens)) throw refusals.lastContact();
  return told(current, { contacts, ...preferredAmong(current, contacts) }, at);
}

/** Other contacts instead of these, as when people are merged. */
export const replaceContacts = (current: Person, contacts: readonly OwnContact[]): Partial<Person> => ({
  contacts,
  ...preferredAmong(current, contacts),
});

const preferredAmong = ({ preferredContactId }: Person, contacts: readonly OwnContact[]) => ({
  preferredContactId: contacts.some(({ id }) => id === preferredContactId) ? preferredContactId : '',
});

const opens = ({ method }: OwnContact): boolean => method !== 'push';

const mostPush = 5;

/** The same person with room for one more push token: the oldest makes way. */
export function outgrownPush(person: Person): Person {
  const push = person.contacts.filter(({ method }) => method === 'push');
  if (push.length < mostPush) return person;
  const oldest = push.toSorted((a, b) => a.verifiedAt.getTime() - b.verifiedAt.getTime())[0];
  return { ...person, contacts: person.contacts.filter((contact) => contact !== oldest) };
}
