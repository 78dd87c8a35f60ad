import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { addContact } from '../../domain/own-contacts.ts';
import type { Person } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import { auditOf, personOf } from '../caller.ts';
import { ownContact } from '../people/add-person.ts';
import type { ContactClaimer } from '../people/claim-contact.ts';
import type { Caller, People } from '../ports.ts';
import type { ProvePurpose } from './prove-purpose.ts';

export type VerifyContact = Readonly<{ challengeId: string; code: string; caller: Caller }>;

type Deps = Readonly<{
  people: People;
  claimer: ContactClaimer;
  provePurpose: ProvePurpose;
  clock: Clock;
}>;

/** Proof, contact, person, in this order: the same code completes what was cut short. */
export const verifyContactHandler =
  ({ people, claimer, provePurpose, clock }: Deps): Handler<VerifyContact, Person> =>
  async ({ challengeId, code, caller }) => {
    const personId = personOf(caller);
    const { method, value } = await provePurpose({ challengeId, code, purpose: { kind: 'contact', personId } });
    const owned = await claimer.claim({ method, value, pointer: '/challengeId' }, personId, clock.now());
    return retryStale(async () => {
      const at = clock.now();
      const current = await people.find(personId);
      if (!current) throw refusals.personNotFound();
      const decision = addContact(current, ownContact(owned, at), at);
      if (!decision) return current;
      const { next, facts } = decision;
      await people.save(next, [...facts, audited(next, auditOf(caller, 'contact.added', personId, at))]);
      return next;
    });
  };
