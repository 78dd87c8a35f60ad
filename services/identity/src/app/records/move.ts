import { type Decision, retryStale } from '@guildhall/kernel';
import { type AuditEntry, audited } from '../../domain/audit.ts';
import type { Contact } from '../../domain/contact.ts';
import type { Person, PersonFact } from '../../domain/person.ts';
import type { Passkeys } from '../credential-ports.ts';
import type { Contacts, People } from '../ports.ts';

/**
 * Decides again when somebody was faster; gives the person as stored, or undefined when there is none. `entry` is
 * recorded where something changes.
 */
export const changeOne = (
  people: People,
  id: string,
  decide: (person: Person) => Decision<Person, PersonFact>,
  entry?: AuditEntry,
): Promise<Person | undefined> =>
  retryStale(async () => {
    const current = await people.find(id);
    if (!current) return undefined;
    const { next, facts } = decide(current);
    const isNews = JSON.stringify({ ...next, version: 0 }) !== JSON.stringify({ ...current, version: 0 });
    if (isNews) await people.save(next, entry ? [...facts, audited(next, entry)] : facts);
    return isNews ? next : current;
  });

/** Gives a contact to somebody else, if `to` says so. */
export const changeContact = (
  contacts: Contacts,
  id: string,
  to: (contact: Contact) => string | undefined,
): Promise<boolean> =>
  retryStale(async () => {
    const current = await contacts.findById(id);
    const personId = current && to(current);
    if (!current || personId === undefined) return false;
    await contacts.save({ ...current, version: current.version + 1, personId }, []);
    return true;
  });

export const changePasskey = (passkeys: Passkeys, id: string, from: string, to: string): Promise<void> =>
  retryStale(async () => {
    const current = await passkeys.find(id);
    if (current?.personId !== from) return;
    await passkeys.save({ ...current, version: current.version + 1, personId: to }, []);
  });
