import { type Clock, retryStale } from '@guildhall/kernel';
import { type Challenge, type ChallengePurpose, secondsUntil } from '../../domain/challenge.ts';
import * as contact from '../../domain/contact.ts';
import type { Contact } from '../../domain/contact.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Codes, Contacts } from '../ports.ts';
import { digitsOf } from '../sign-in/verify-challenge.ts';

type Deps = Readonly<{ contacts: Contacts; codes: Codes; clock: Clock }>;
type Proof = Readonly<{ challengeId: string; code: string; purpose: ChallengePurpose }>;

export type ProvePurpose = (proof: Proof) => Promise<Contact>;

/**
 * The contact whose code this is, once it was asked for by this person for this purpose. The right code of a challenge
 * that is used up already gives it again: what follows a proof may have been cut short. Refuses as signing in does.
 */
export const purposeProver =
  ({ contacts, codes, clock }: Deps): ProvePurpose =>
  ({ challengeId, code, purpose }) =>
    retryStale(async () => {
      const at = clock.now();
      const current = await contacts.findByChallenge(challengeId);
      const challenge = current?.challenges.find(({ id }) => id === challengeId);
      if (!current || !challenge || !isFor(challenge, purpose)) throw refusals.challengeNotFound();
      const isRight = codes.matches(challenge, digitsOf(code));
      if (isRight && challenge.end?.how === 'consumed' && at < challenge.expiresAt) return current;
      contact.assertTriable(current, challenge, at);
      const decided = isRight
        ? { next: contact.consumeForPurpose(current, challengeId, at), facts: [] }
        : contact.recordFailure(current, challengeId, at);
      await contacts.save(decided.next, decided.facts);
      if (isRight) return decided.next;
      const { lockedUntil } = decided.next;
      if (lockedUntil && at < lockedUntil) throw refusals.challengeLocked(secondsUntil(lockedUntil, at));
      throw refusals.wrongCode(contact.triesLeft(decided.next, challengeId));
    });

const isFor = (challenge: Challenge, { kind, personId }: ChallengePurpose): boolean =>
  challenge.purpose?.kind === kind && challenge.purpose.personId === personId;
