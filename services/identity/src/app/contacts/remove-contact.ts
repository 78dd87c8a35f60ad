import type { Clock, Handler } from '@guildhall/kernel';
import { credentialRefusals } from '../../domain/credential-refusals.ts';
import { dropContact } from '../../domain/own-contacts.ts';
import type { Person } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import { auditOf, personOf } from '../caller.ts';
import type { Audits, Caller, Contacts, People } from '../ports.ts';
import { retryStale } from '../retry-stale.ts';
import { contactReleaser } from './release-contact.ts';

export type RemoveContact = Readonly<{ contactId: string; caller: Caller }>;

type Deps = Readonly<{ contacts: Contacts; people: People; audits: Audits; clock: Clock }>;

/** Off the person first: a contact that nobody lists opens nothing new, and is let go of by the next attempt. */
export const removeContactHandler = ({ contacts, people, audits, clock }: Deps): Handler<RemoveContact, Person> => {
  const release = contactReleaser(contacts);
  return ({ contactId, caller }) =>
    retryStale(async () => {
      const at = clock.now();
      const personId = personOf(caller);
      const current = await people.find(personId);
      if (!current) throw refusals.personNotFound();
      const decision = dropContact(current, contactId, at);
      if (decision) {
        await people.save(decision.next, decision.facts);
        await audits.record([auditOf(caller, 'contact.removed', personId, at)]);
      }
      const isReleased = await release(contactId, personId);
      if (!decision && !isReleased) throw credentialRefusals.contactNotFound();
      return decision?.next ?? current;
    });
};
