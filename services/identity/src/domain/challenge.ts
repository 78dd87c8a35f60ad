/** What a person who is signed in proves with a code. */
export type ChallengePurpose = Readonly<{ kind: 'contact' | 'reauthentication'; personId: string }>;

/** One code sent to a contact. */
export type Challenge = Readonly<{
  id: string;
  codeHash: string;
  createdAt: Date;
  expiresAt: Date;
  attempts: number;
  delivery: 'pending' | 'sent' | 'failed';
  /** Absent when it is for signing in; such a code does nothing else, and others do not sign in. */
  purpose?: ChallengePurpose;
  end?: Readonly<{ how: 'consumed' | 'replaced'; at: Date; sessionId?: string }>;
}>;

export type ChallengeState = 'pending' | 'sent' | 'send_failed' | 'consumed' | 'expired';

const minute = 60_000;
export const limits = {
  codeLifeMs: 15 * minute,
  triesPerChallenge: 5,
  failuresPerHour: 10,
  lockMs: 15 * minute,
  challengesPerHour: 5,
  spacingMs: 30_000,
  windowMs: 60 * minute,
  registrationLifeMs: 10 * minute,
  unregisteredLifeMs: 24 * 60 * minute,
} as const;

/** At the very moment of `expiresAt` a code is already dead. */
export const isExpired = ({ expiresAt }: Readonly<{ expiresAt: Date }>, now: Date): boolean => now >= expiresAt;

export const isLive = (challenge: Challenge, now: Date): boolean => !challenge.end && !isExpired(challenge, now);

export function stateOf(challenge: Challenge, now: Date): ChallengeState {
  if (challenge.end?.how === 'consumed') return 'consumed';
  if (!isLive(challenge, now)) return 'expired';
  return challenge.delivery === 'failed' ? 'send_failed' : challenge.delivery;
}

/** Until when no further code may be asked for, given when earlier ones were; undefined when one may be now. */
export function nextChallengeAt(earlier: readonly Date[], now: Date): Date | undefined {
  const recent = earlier.map(Number).filter((at) => at > now.getTime() - limits.windowMs);
  const last = Math.max(...recent, -Infinity) + limits.spacingMs;
  const slot = recent.toSorted((a, b) => b - a)[limits.challengesPerHour - 1];
  const at = Math.max(last, slot === undefined ? -Infinity : slot + limits.windowMs);
  return at > now.getTime() ? new Date(at) : undefined;
}

export const secondsUntil = (at: Date, now: Date): number =>
  Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1_000));
