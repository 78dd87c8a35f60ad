import type { Handler } from '@guildhall/kernel';
import { isGone, type OwnContact } from '../../domain/person.ts';
import type { People } from '../ports.ts';

export type ListContacts = Readonly<{ personIds: readonly string[] }>;
export type ContactsOfPerson = Readonly<{ personId: string; contacts: readonly OwnContact[] }>;

/** The contacts of these people; who is not there is left out. */
export const listContactsHandler =
  ({ people }: Readonly<{ people: People }>): Handler<ListContacts, readonly ContactsOfPerson[]> =>
  async ({ personIds }) => {
    const found = await people.among(personIds);
    return found.filter((person) => !isGone(person)).map(({ id, contacts }) => ({ personId: id, contacts }));
  };
