import { type Clock, type Handler, type NewId, retryStale } from '@guildhall/kernel';
import { type ChallengeState, stateOf } from '../../domain/challenge.ts';
import { type Method, newContact, requestCode } from '../../domain/contact.ts';
import { refusals } from '../../domain/refusals.ts';
import { addressOf } from '../address.ts';
import type { Codes, Contacts, PhoneNumbers } from '../ports.ts';
import type { SpendText } from './spend-text.ts';

export type CreateChallenge = Readonly<{ method: Method; value: string }>;
export type ChallengeView = Readonly<{ id: string; expiresAt: Date; state: ChallengeState }>;

type Deps = Readonly<{
  contacts: Contacts;
  codes: Codes;
  phones: PhoneNumbers;
  offered: readonly Method[];
  spendText: SpendText;
  newId: NewId;
  clock: Clock;
}>;

// Known and unknown contacts take the same path to the same answer: one document is read, one is written, one message leaves.
export const createChallengeHandler =
  ({ contacts, codes, phones, offered, spendText, newId, clock }: Deps): Handler<CreateChallenge, ChallengeView> =>
  async ({ method, value }) => {
    if (!offered.includes(method)) throw refusals.unknownMethod();
    const address = addressOf(phones, method, value);
    const made = codes.make();
    return retryStale(async () => {
      const at = clock.now();
      const current = (await contacts.find(method, address)) ?? newContact(newId(), method, address, at);
      const { next, facts, challenge } = requestCode(current, made, at);
      await spendText(method, at);
      await contacts.save(next, facts);
      return { id: challenge.id, expiresAt: challenge.expiresAt, state: stateOf(challenge, at) };
    });
  };
