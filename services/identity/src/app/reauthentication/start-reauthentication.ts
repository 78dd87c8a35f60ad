import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { stateOf } from '../../domain/challenge.ts';
import { requestCode } from '../../domain/contact.ts';
import { credentialRefusals } from '../../domain/credential-refusals.ts';
import type { Person } from '../../domain/person.ts';
import { personOf } from '../caller.ts';
import type { Caller, Codes, Contacts, People } from '../ports.ts';
import type { ChallengeView } from '../sign-in/create-challenge.ts';

export type StartReauthentication = Readonly<{ caller: Caller }>;

type Deps = Readonly<{ contacts: Contacts; people: People; codes: Codes; clock: Clock }>;

/** Sends a code to where the caller likes to be reached. */
export const startReauthenticationHandler =
  ({ contacts, people, codes, clock }: Deps): Handler<StartReauthentication, ChallengeView> =>
  async ({ caller }) => {
    const purpose = { kind: 'reauthentication', personId: personOf(caller) } as const;
    const contactId = contactOf(await people.find(purpose.personId));
    const made = codes.make();
    return retryStale(async () => {
      const at = clock.now();
      const current = await contacts.findById(contactId);
      if (current?.personId !== purpose.personId) throw credentialRefusals.contactNotFound();
      const { next, facts, challenge } = requestCode(current, { ...made, purpose }, at);
      await contacts.save(next, facts);
      return { id: challenge.id, expiresAt: challenge.expiresAt, state: stateOf(challenge, at) };
    });
  };

function contactOf(person: Person | undefined): string {
  const open = person?.contacts.filter(({ method }) => method !== 'push') ?? [];
  const chosen = open.find(({ id }) => id === person?.preferredContactId) ?? open[0];
  if (!chosen) throw credentialRefusals.contactNotFound();
  return chosen.id;
}
