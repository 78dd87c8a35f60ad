import type { Decision } from '@guildhall/kernel';

/** How somebody proved who they are when a session began. */
export type Way = 'code' | 'password' | 'service' | 'token' | 'passkey';

/** How long a session lasts unused, and at most, however much it is used. */
export type SessionLife = Readonly<{ idleMs: number; mostMs: number }>;

/** The life of the sessions that each way opens. */
export type SessionLives = Readonly<Record<Way, SessionLife>>;

/** A device that is signed in. The token itself is known to the device only. */
export type Session = Readonly<{
  id: string;
  version: number;
  personId: string;
  tokenHash: string;
  device: string;
  /** Absent in sessions from before there was more than one way: those began with a code. */
  way?: Way;
  createdAt: Date;
  /** When the person last proved who they are; when it began, unless they did again. */
  authenticatedAt?: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt?: Date;
}>;

export type SessionFact =
  | Readonly<{ type: 'login-succeeded'; session: Session; at: Date }>
  | Readonly<{ type: 'session-revoked'; session: Session; at: Date }>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const freshMs = 15 * 60_000;

/** Days slid by use, without an end of their own. */
export const slidingLife = (days: number): SessionLife => ({ idleMs: days * dayMs, mostMs: Infinity });

/** Hours without use and days in all, whichever is over first. */
export const boundedLife = (idleHours: number, days: number): SessionLife => ({
  idleMs: idleHours * hourMs,
  mostMs: days * dayMs,
});

/** How long the device keeps the token, in seconds. */
export const cookieSeconds = ({ idleMs, mostMs }: SessionLife): number =>
  (mostMs === Infinity ? idleMs : mostMs) / 1_000;

type NewSession = Pick<Session, 'id' | 'personId' | 'tokenHash' | 'device'> & Readonly<{ way: Way }>;

export function startSession(fields: NewSession, life: SessionLife, at: Date): Decision<Session, SessionFact> {
  const expiresAt = endOf(life, at, at);
  const session: Session = { ...fields, version: 1, createdAt: at, authenticatedAt: at, lastSeenAt: at, expiresAt };
  return { next: session, facts: [{ type: 'login-succeeded', session, at }] };
}

/** Undefined when it has ended already: a repeat changes nothing. */
export function revokeSession(current: Session, at: Date): Decision<Session, SessionFact> | undefined {
  if (!isOpen(current, at)) return undefined;
  const session: Session = { ...current, version: current.version + 1, revokedAt: at };
  return { next: session, facts: [{ type: 'session-revoked', session, at }] };
}

/** Slides the end of a session in use, at most once an hour: undefined in between. */
export function touchSession(current: Session, lives: SessionLives, at: Date): Session | undefined {
  if (at.getTime() - current.lastSeenAt.getTime() < hourMs) return undefined;
  const expiresAt = endOf(lives[current.way ?? 'code'], current.createdAt, at);
  return { ...current, version: current.version + 1, lastSeenAt: at, expiresAt };
}

const endOf = ({ idleMs, mostMs }: SessionLife, from: Date, at: Date): Date =>
  new Date(Math.min(at.getTime() + idleMs, from.getTime() + mostMs));

/** Whether the person proved who they are so lately that what cannot be undone may be done. */
export const isFresh = ({ authenticatedAt, createdAt }: Session, at: Date): boolean =>
  at.getTime() - (authenticatedAt ?? createdAt).getTime() <= freshMs;

export const freshUntil = ({ authenticatedAt, createdAt }: Session): Date =>
  new Date((authenticatedAt ?? createdAt).getTime() + freshMs);

/** The person has proved once more who they are. */
export const reauthenticated = (current: Session, at: Date): Session => ({
  ...current,
  version: current.version + 1,
  authenticatedAt: at,
});

export const isOpen = ({ revokedAt, expiresAt }: Session, at: Date): boolean => !revokedAt && at < expiresAt;

/** Kept past its end for as long as its facts may have to be told again. */
export const removableAt = ({ revokedAt, expiresAt }: Session): Date =>
  new Date((revokedAt ?? expiresAt).getTime() + 2 * dayMs);
