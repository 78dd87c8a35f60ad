import { type Clock, type Handler, type NewId, retryStale } from '@guildhall/kernel';
import { stateOf } from '../../domain/challenge.ts';
import { type Method, newContact, requestCode } from '../../domain/contact.ts';
import { addressOf } from '../address.ts';
import { personOf } from '../caller.ts';
import type { Caller, Codes, Contacts, PhoneNumbers } from '../ports.ts';
import type { ChallengeView } from '../sign-in/create-challenge.ts';
import type { SpendText } from '../sign-in/spend-text.ts';

export type AddContact = Readonly<{ method: Method; value: string; caller: Caller }>;

type Deps = Readonly<{
  contacts: Contacts;
  codes: Codes;
  phones: PhoneNumbers;
  spendText: SpendText;
  newId: NewId;
  clock: Clock;
}>;

/** Sends a code to an address the caller wants; whose it is now is told only to who proves it. */
export const addContactHandler =
  ({ contacts, codes, phones, spendText, newId, clock }: Deps): Handler<AddContact, ChallengeView> =>
  async ({ method, value, caller }) => {
    const address = addressOf(phones, method, value);
    const purpose = { kind: 'contact', personId: personOf(caller) } as const;
    const made = codes.make();
    return retryStale(async () => {
      const at = clock.now();
      const current = (await contacts.find(method, address)) ?? newContact(newId(), method, address, at);
      const { next, facts, challenge } = requestCode(current, { ...made, purpose }, at);
      await spendText(method, at);
      await contacts.save(next, facts);
      return { id: challenge.id, expiresAt: challenge.expiresAt, state: stateOf(challenge, at) };
    });
  };
