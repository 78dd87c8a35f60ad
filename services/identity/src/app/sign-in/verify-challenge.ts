import { type Clock, type Handler, type NewId, retryStale } from '@guildhall/kernel';
import { type Challenge, isExpired, secondsUntil } from '../../domain/challenge.ts';
import * as contact from '../../domain/contact.ts';
import type { Contact } from '../../domain/contact.ts';
import { kindOf, type MembershipPolicy } from '../../domain/membership.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Caller, Codes, Contacts, People, Tokens } from '../ports.ts';
import type { OpenSession, SignedIn } from './open-session.ts';

export type VerifyChallenge = Readonly<{ challengeId: string; code: string; caller: Caller }>;
export type Verified =
  | (SignedIn & Readonly<{ status: 'signed-in' }>)
  | Readonly<{ status: 'needs-name'; registrationToken: string }>;

type Deps = Readonly<{
  contacts: Contacts;
  people: People;
  codes: Codes;
  tokens: Tokens;
  policy: MembershipPolicy;
  openSession: OpenSession;
  newId: NewId;
  clock: Clock;
}>;
type Attempt = Readonly<{ current: Contact; challenge: Challenge; caller: Caller; at: Date }>;

/**
 * The code is used up first, and with it the id of the session is settled; then that session is inserted. When the process
 * dies in between, the same code completes exactly that sign-in until it expires, and never makes a second session.
 */
export const verifyChallengeHandler =
  (deps: Deps): Handler<VerifyChallenge, Verified> =>
  ({ challengeId, code, caller }) =>
    retryStale(async () => {
      const at = deps.clock.now();
      const current = await deps.contacts.findByChallenge(challengeId);
      const challenge = current?.challenges.find(({ id }) => id === challengeId);
      if (!current || !challenge || challenge.purpose) throw refusals.challengeNotFound();
      const attempt = { current, challenge, caller, at };
      const isRight = deps.codes.matches(challenge, digitsOf(code));
      const settled = challenge.end?.sessionId;
      if (isRight && settled && !isExpired(challenge, at)) return signIn(deps, attempt, settled);
      contact.assertTriable(current, challenge, at);
      return isRight ? accept(deps, attempt) : refuse(deps, attempt);
    });

export const digitsOf = (code: string): string => code.normalize('NFKC').replace(/[\s-]/g, '');

async function refuse({ contacts }: Deps, { current, challenge, at }: Attempt): Promise<never> {
  const { next, facts } = contact.recordFailure(current, challenge.id, at);
  await contacts.save(next, facts);
  if (next.lockedUntil && at < next.lockedUntil) throw refusals.challengeLocked(secondsUntil(next.lockedUntil, at));
  throw refusals.wrongCode(contact.triesLeft(next, challenge.id));
}

async function accept(deps: Deps, attempt: Attempt): Promise<Verified> {
  const { current, challenge, at } = attempt;
  const person = current.personId ? await deps.people.find(current.personId) : undefined;
  const sessionId = deps.newId();
  if (person) {
    if (person.status === 'active') {
      await deps.contacts.save(contact.consumeForSession(current, challenge.id, sessionId, at), []);
    }
    return signIn(deps, attempt, sessionId);
  }
  if (!kindOf(deps.policy, current)) throw refusals.registrationRefused();
  const { token, tokenHash } = deps.tokens.make();
  const registration = { personId: current.personId ?? deps.newId(), tokenHash, sessionId };
  await deps.contacts.save(contact.consumeForRegistration(current, challenge.id, registration, at), []);
  return { status: 'needs-name', registrationToken: token };
}

async function signIn(deps: Deps, { current, caller }: Attempt, sessionId: string): Promise<Verified> {
  const person = current.personId ? await deps.people.find(current.personId) : undefined;
  if (!person) throw refusals.challengeExpired();
  const signedIn = await deps.openSession({ sessionId, person, caller, way: 'code', taken: refusals.challengeExpired });
  return { status: 'signed-in', ...signedIn };
}
