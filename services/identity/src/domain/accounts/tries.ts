import { secondsUntil } from '../challenge.ts';
import { accountRefusals } from './refusals.ts';

const windowMs = 15 * 60_000;
const most = 10;

/** The tries at one password that have not been right. Names nobody has are counted like all others. */
export type Tries = Readonly<{ id: string; version: number; triedAt: readonly Date[]; lockedUntil?: Date }>;

export const noTries = (id: string): Tries => ({ id, version: 0, triedAt: [] });

/**
 * Counts a try before it is looked at, so that any number at once are no more than those allowed; one that was right is
 * forgotten afterwards, with all before it. Throws `identity.account_locked`.
 */
export function countTry(current: Tries, at: Date): Tries {
  const { lockedUntil } = current;
  if (lockedUntil && at < lockedUntil) throw accountRefusals.accountLocked(secondsUntil(lockedUntil, at));
  const recent = current.triedAt.filter((tried) => tried.getTime() > at.getTime() - windowMs);
  const counted = { id: current.id, version: current.version + 1, triedAt: [...recent, at] };
  return counted.triedAt.length < most ? counted : { ...counted, lockedUntil: new Date(at.getTime() + windowMs) };
}

export const forgetTriesAt = ({ triedAt, lockedUntil }: Tries): Date =>
  lockedUntil ?? new Date(Math.max(0, ...triedAt.map(Number)) + windowMs);
