import type { Decision } from '@guildhall/kernel';

/** A device that is signed in. The token itself is known to the device only. */
export type Session = Readonly<{
  id: string;
  version: number;
  personId: string;
  tokenHash: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt?: Date;
}>;

export type SessionFact =
  | Readonly<{ type: 'login-succeeded'; session: Session; at: Date }>
  | Readonly<{ type: 'session-revoked'; session: Session; at: Date }>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export const sessionLifeMs = (days: number): number => days * dayMs;

type NewSession = Pick<Session, 'id' | 'personId' | 'tokenHash' | 'device'>;

export function startSession(fields: NewSession, lifeMs: number, at: Date): Decision<Session, SessionFact> {
  const expiresAt = new Date(at.getTime() + lifeMs);
  const session: Session = { ...fields, version: 1, createdAt: at, lastSeenAt: at, expiresAt };
  return { next: session, facts: [{ type: 'login-succeeded', session, at }] };
}

/** Undefined when it has ended already: a repeat changes nothing. */
export function revokeSession(current: Session, at: Date): Decision<Session, SessionFact> | undefined {
  if (!isOpen(current, at)) return undefined;
  const session: Session = { ...current, version: current.version + 1, revokedAt: at };
  return { next: session, facts: [{ type: 'session-revoked', session, at }] };
}

/** Slides the end of a session in use, at most once an hour: undefined in between. */
export function touchSession(current: Session, lifeMs: number, at: Date): Session | undefined {
  if (at.getTime() - current.lastSeenAt.getTime() < hourMs) return undefined;
  return { ...current, version: current.version + 1, lastSeenAt: at, expiresAt: new Date(at.getTime() + lifeMs) };
}

export const isOpen = ({ revokedAt, expiresAt }: Session, at: Date): boolean => !revokedAt && at < expiresAt;

/** Kept past its end for as long as its facts may have to be told again. */
export const removableAt = ({ revokedAt, expiresAt }: Session): Date =>
  new Date((revokedAt ?? expiresAt).getTime() + 2 * dayMs);
