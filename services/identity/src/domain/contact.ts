import type { Decision } from '@guildhall/kernel';
import { type Challenge, type ChallengePurpose, isLive, limits, nextChallengeAt, secondsUntil } from './challenge.ts';
import { refusals } from './refusals.ts';

/** `push` is a token of the app, by which nobody signs in. */
export type Method = 'email' | 'sms' | 'push';

/**
 * An address somebody may prove to be theirs. Its challenges live inside it, so that "one live code", the locks, the limits
 * and the single use of a code are each one conditional write of this document.
 */
export type Contact = Readonly<{
  id: string;
  version: number;
  method: Method;
  /** One spelling per address. */
  value: string;
  createdAt: Date;
  verifiedAt?: Date;
  lastUsedAt?: Date;
  /** Whose it is, or whose it will be once the person exists. */
  personId?: string;
  /** Since when that person owns it; absent while a registration is under way. */
  ownedAt?: Date;
  challenges: readonly Challenge[];
  failures: readonly Date[];
  lockedUntil?: Date;
  registration?: Readonly<{ tokenHash: string; sessionId: string; expiresAt: Date }>;
}>;

export type ContactFact =
  | Readonly<{ type: 'code-requested'; contact: Contact; challenge: Challenge; code: string; at: Date }>
  | Readonly<{ type: 'contact-locked'; contact: Contact; until: Date; at: Date }>;

export const newContact = (id: string, method: Method, value: string, createdAt: Date): Contact => ({
  id,
  version: 0,
  method,
  value,
  createdAt,
  challenges: [],
  failures: [],
});

type NewCode = Readonly<{ challengeId: string; code: string; codeHash: string; purpose?: ChallengePurpose }>;

/** Throws `challenge_locked` or `too_many_challenges`. Every earlier code of the contact stops working. */
export function requestCode(current: Contact, { challengeId, code, codeHash, purpose }: NewCode, at: Date) {
  assertUnlocked(current, at);
  const wait = nextChallengeAt(
    current.challenges.map(({ createdAt }) => createdAt),
    at,
  );
  if (wait) throw refusals.tooManyChallenges(secondsUntil(wait, at));
  const expiresAt = new Date(at.getTime() + limits.codeLifeMs);
  const challenge: Challenge = {
    id: challengeId,
    codeHash,
    createdAt: at,
    expiresAt,
    attempts: 0,
    delivery: 'pending',
    ...(purpose && { purpose }),
  };
  const earlier = current.challenges
    .filter(({ createdAt }) => isRecent(createdAt, at))
    .map((one) => (one.end ? one : { ...one, end: { how: 'replaced' as const, at } }));
  const contact = changed(current, { challenges: [...earlier, challenge], failures: recentFailures(current, at) });
  const facts: ContactFact[] = [{ type: 'code-requested', contact, challenge, code, at }];
  return { next: contact, facts, challenge } satisfies Decision<Contact, ContactFact> & { challenge: Challenge };
}

/** Throws unless a code may be tried against this challenge now. */
export function assertTriable(current: Contact, challenge: Challenge, at: Date): void {
  assertUnlocked(current, at);
  if (!isLive(challenge, at)) throw refusals.challengeExpired();
  if (challenge.attempts < limits.triesPerChallenge) return;
  const wait = nextChallengeAt([challenge.createdAt], at) ?? at;
  throw refusals.challengeLocked(secondsUntil(wait, at));
}

/** Counts a wrong code, and locks the contact when there were too many within an hour. */
export function recordFailure(current: Contact, challengeId: string, at: Date): Decision<Contact, ContactFact> {
  const failures = [...recentFailures(current, at), at];
  const counted = changed(current, {
    failures,
    challenges: revised(current, challengeId, (one) => ({ ...one, attempts: one.attempts + 1 })),
  });
  if (failures.length < limits.failuresPerHour) return { next: counted, facts: [] };
  const until = new Date(at.getTime() + limits.lockMs);
  const next = { ...counted, lockedUntil: until };
  return { next, facts: [{ type: 'contact-locked', contact: next, until, at }] };
}

/** The code was right and its person exists: the code is used up by the session of that id. */
export const consumeForSession = (current: Contact, challengeId: string, sessionId: string, at: Date): Contact => ({
  ...proven(current, challengeId, { how: 'consumed', at, sessionId }, at),
  ownedAt: current.ownedAt ?? at,
});

type Registration = Readonly<{ personId: string; tokenHash: string; sessionId: string }>;

/** The code was right, and proved what a person who is signed in wanted to prove. */
export const consumeForPurpose = (current: Contact, challengeId: string, at: Date): Contact =>
  proven(current, challengeId, { how: 'consumed', at }, at);

/** The contact is nobody's any more. */
export function release(current: Contact): Contact {
  const { personId: _personId, ownedAt: _ownedAt, verifiedAt: _verifiedAt, registration: _none, ...rest } = current;
  return { ...rest, version: current.version + 1 };
}

/** The code was right and nobody is behind the contact yet: the ids of what a registration will make are settled here. */
export const consumeForRegistration = (
  current: Contact,
  challengeId: string,
  { personId, tokenHash, sessionId }: Registration,
  at: Date,
): Contact => ({
  ...proven(current, challengeId, { how: 'consumed', at }, at),
  personId,
  registration: { tokenHash, sessionId, expiresAt: new Date(at.getTime() + limits.registrationLifeMs) },
});

/** The contact belongs to this person from now on, and whatever registration was under way for it is void. */
export function claim(current: Contact, personId: string, at: Date): Contact {
  const { registration, ...rest } = current;
  const kept = registration && current.personId === personId ? { registration } : {};
  return {
    ...rest,
    ...kept,
    version: current.version + 1,
    personId,
    verifiedAt: current.verifiedAt ?? at,
    ownedAt: at,
  };
}

export function recordDelivery(
  current: Contact,
  challengeId: string,
  delivery: 'sent' | 'failed',
): Contact | undefined {
  const isNews = current.challenges.some((one) => one.id === challengeId && one.delivery === 'pending');
  return isNews
    ? changed(current, { challenges: revised(current, challengeId, (one) => ({ ...one, delivery })) })
    : undefined;
}

/** When an address that nobody came to own is forgotten. */
export function forgetAt({ ownedAt, createdAt, challenges }: Contact): Date | undefined {
  if (ownedAt) return undefined;
  const latest = Math.max(...challenges.map((one) => one.createdAt.getTime()), createdAt.getTime());
  return new Date(latest + limits.unregisteredLifeMs);
}

export const triesLeft = (contact: Contact, challengeId: string): number =>
  limits.triesPerChallenge - (contact.challenges.find((one) => one.id === challengeId)?.attempts ?? 0);

function assertUnlocked({ lockedUntil }: Contact, at: Date): void {
  if (lockedUntil && at < lockedUntil) throw refusals.challengeLocked(secondsUntil(lockedUntil, at));
}

const changed = (current: Contact, change: Partial<Contact>): Contact => ({
  ...current,
  ...change,
  version: current.version + 1,
});

const proven = (current: Contact, challengeId: string, end: NonNullable<Challenge['end']>, at: Date): Contact =>
  changed(current, {
    challenges: revised(current, challengeId, (one) => ({ ...one, end })),
    failures: [],
    verifiedAt: current.verifiedAt ?? at,
    lastUsedAt: at,
  });

const revised = ({ challenges }: Contact, id: string, revise: (one: Challenge) => Challenge): readonly Challenge[] =>
  challenges.map((one) => (one.id === id ? revise(one) : one));

const isRecent = (at: Date, now: Date): boolean => at.getTime() > now.getTime() - limits.windowMs;

const recentFailures = ({ failures }: Contact, now: Date): readonly Date[] =>
  failures.filter((at) => isRecent(at, now));
