import type { Clock, Handler } from '@guildhall/kernel';
import { addContact } from '../../domain/own-contacts.ts';
import type { Person } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import { auditOf, personOf } from '../caller.ts';
import { ownContact } from '../people/add-person.ts';
import type { ContactClaimer } from '../people/claim-contact.ts';
import type { Audits, Caller, People } from '../ports.ts';
import { retryStale } from '../retry-stale.ts';
import type { ProvePurpose } from './prove-purpose.ts';

export type VerifyContact = Readonly<{ challengeId: string; code: string; caller: Caller }>;

type Deps = Readonly<{
  people: People;
  claimer: ContactClaimer;
  provePurpose: ProvePurpose;
  audits: Audits;
  clock: Clock;
}>;

/** Proof, contact, person, in this order: the same code completes what was cut short. */
export const verifyContactHandler =
  ({ people, claimer, provePurpose, audits, clock }: Deps): Handler<VerifyContact, Person> =>
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
      await people.save(decision.next, decision.facts);
      await audits.record([auditOf(caller, 'contact.added', personId, at)]);
      return decision.next;
    });
  };
