import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { credentialRefusals } from '../../domain/credential-refusals.ts';
import { dropContact } from '../../domain/own-contacts.ts';
import type { Person } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import { auditOf, personOf } from '../caller.ts';
import type { Caller, Contacts, People } from '../ports.ts';
import { contactReleaser } from './release-contact.ts';

export type RemoveContact = Readonly<{ contactId: string; caller: Caller }>;

type Deps = Readonly<{ contacts: Contacts; people: People; clock: Clock }>;

/** Off the person first: a contact that nobody lists opens nothing new, and is let go of by the next attempt. */
export const removeContactHandler = ({ contacts, people, clock }: Deps): Handler<RemoveContact, Person> => {
  const release = contactReleaser(contacts);
  return ({ contactId, caller }) =>
    retryStale(async () => {
      const at = clock.now();
      const personId = personOf(caller);
      const current = await people.find(personId);
      if (!current) throw refusals.personNotFound();
      const decision = dropContact(current, contactId, at);
      if (decision) {
        const { next, facts } = decision;
        await people.save(next, [...facts, audited(next, auditOf(caller, 'contact.removed', personId, at))]);
      }
      const isReleased = await release(contactId, personId);
      if (!decision && !isReleased) throw credentialRefusals.contactNotFound();
      return decision?.next ?? current;
    });
};
