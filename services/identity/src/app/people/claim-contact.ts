import { type NewId, retryStale } from '@guildhall/kernel';
import { claim, type Contact, type Method, newContact } from '../../domain/contact.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Contacts, People } from '../ports.ts';

export type Address = Readonly<{ method: Method; value: string; pointer: string }>;

type Deps = Readonly<{ contacts: Contacts; people: People; newId: NewId }>;

// Long enough for the person to follow its contact; after that an owner who does not exist is what a crash left behind.
const followsWithinMs = 60_000;

export const contactClaimer = ({ contacts, people, newId }: Deps) => {
  const assertFree = async (current: Contact | undefined, personId: string, pointer: string, at: Date) => {
    if (!current?.personId || current.personId === personId) return;
    const isFresh = current.ownedAt && at.getTime() - current.ownedAt.getTime() < followsWithinMs;
    if (isFresh || (await people.find(current.personId))) throw refusals.contactTaken(pointer);
  };
  return {
    /** Throws `identity.contact_taken`. */
    async check({ method, value, pointer }: Address, personId: string, at: Date): Promise<void> {
      await assertFree(await contacts.find(method, value), personId, pointer, at);
    },
    /** Makes the contact that person's, before the person is stored. Throws `identity.contact_taken`. */
    claim: ({ method, value, pointer }: Address, personId: string, at: Date): Promise<Contact> =>
      retryStale(async () => {
        const current = await contacts.find(method, value);
        await assertFree(current, personId, pointer, at);
        const next = claim(current ?? newContact(newId(), method, value, at), personId, at);
        await contacts.save(next, []);
        return next;
      }),
  };
};

export type ContactClaimer = ReturnType<typeof contactClaimer>;
