import type { Decision } from '@guildhall/kernel';
import { isExpired } from '../challenge.ts';
import { accountRefusals } from './refusals.ts';
import { type MailWanted, nextMailAt, recentMails } from './mail.ts';

const resetLifeMs = 30 * 60_000;
const [shortest, longest] = [12, 128];

/** The password of a person, whose id it has; `hash` is absent while the first one is being set by mail. */
export type Password = Readonly<{
  id: string;
  version: number;
  hash?: string;
  changedAt?: Date;
  reset?: Readonly<{ tokenHash: string; expiresAt: Date }>;
  mailsAt: readonly Date[];
}>;

export const noPassword = (personId: string): Password => ({ id: personId, version: 0, mailsAt: [] });

/** One spelling, whichever keyboard it was typed on. */
export const normalPassword = (password: string): string => password.normalize('NFKC');

/** Throws `identity.weak_password`, pointing at `/password`. */
export function assertStrong(password: string, isLeaked: (password: string) => boolean): void {
  const length = [...normalPassword(password)].length;
  if (length < shortest || length > longest) {
    throw accountRefusals.weakPassword(`must have ${shortest} to ${longest} characters`);
  }
  if (isLeaked(normalPassword(password)))
    throw accountRefusals.weakPassword('is known to everybody who guesses passwords');
}

/** A password of the person's choice; whatever link was on its way is void. Tells the owner of a change. */
export function setPassword(
  { reset: _void, ...current }: Password,
  hash: string,
  to: string | undefined,
  at: Date,
): Decision<Password, MailWanted> {
  const next = { ...current, version: current.version + 1, hash, changedAt: at };
  const key = `password-changed:${current.id}:${at.getTime()}`;
  return { next, facts: to ? [{ type: 'mail-wanted', template: 'password-changed', to, key, at }] : [] };
}

/** The same password under today's parameters. */
export const rehash = (current: Password, hash: string): Password => ({
  ...current,
  version: current.version + 1,
  hash,
});

type Link = Readonly<{ token: string; tokenHash: string; to: string }>;

/** Undefined when there were enough mails for the hour: the answer does not tell. */
export function askReset(
  current: Password,
  { token, tokenHash, to }: Link,
  at: Date,
): Decision<Password, MailWanted> | undefined {
  if (nextMailAt(current.mailsAt, at)) return undefined;
  const expiresAt = new Date(at.getTime() + resetLifeMs);
  const mailsAt = [...recentMails(current.mailsAt, at), at];
  const next = { ...current, version: current.version + 1, mailsAt, reset: { tokenHash, expiresAt } };
  const key = `password-reset:${tokenHash}`;
  return { next, facts: [{ type: 'mail-wanted', template: 'password-reset', to, key, token, expiresAt, at }] };
}

/** Throws `identity.reset_invalid` unless the link still sets a password. */
export function assertResettable(current: Password | undefined, at: Date): asserts current is Password {
  if (!current?.reset || isExpired(current.reset, at)) throw accountRefusals.resetInvalid();
}
