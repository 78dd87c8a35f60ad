import type { Decision } from '@guildhall/kernel';
import { isExpired, secondsUntil } from '../challenge.ts';
import type { Names } from '../names.ts';
import { accountRefusals } from './refusals.ts';
import { type MailWanted, mailsForgottenAt, nextMailAt, recentMails } from './mail.ts';

const dayMs = 86_400_000;

/** What becomes an account when its mail is confirmed. Until then nothing of it counts anywhere else. */
export type PendingAccount = Names &
  Readonly<{
    /** Settled now, so that a repeat after a crash makes nobody twice. */
    personId: string;
    passwordHash: string;
    timeZone?: string;
    locale?: string;
    tokenHash: string;
    /** The browser that asked, and may be signed in by confirming. */
    browserHash: string;
    expiresAt: Date;
  }>;

/** Asking for an account under one user name. */
export type SignUp = Readonly<{
  id: string;
  version: number;
  userName: string;
  pending?: PendingAccount;
  mailsAt: readonly Date[];
}>;

export const newSignUp = (id: string, userName: string): SignUp => ({ id, version: 0, userName, mailsAt: [] });

type Wanted = Omit<PendingAccount, 'expiresAt'> & Readonly<{ token: string }>;

/** A later sign-up replaces the password and voids the link of an earlier one. Throws `identity.too_many_mails`. */
export function askForAccount(current: SignUp, wanted: Wanted, at: Date): Decision<SignUp, MailWanted> {
  const { token, ...account } = wanted;
  const expiresAt = new Date(at.getTime() + dayMs);
  const next = { ...mailed(current, at), pending: { ...account, expiresAt } };
  const key = `sign-up:${account.tokenHash}`;
  const to = current.userName;
  return { next, facts: [{ type: 'mail-wanted', template: 'sign-up-confirm', to, key, token, expiresAt, at }] };
}

/** Where it must not be seen who has an account, its owner learns that somebody asked. Throws as `askForAccount`. */
export function tellOwner(current: SignUp, at: Date): Decision<SignUp, MailWanted> {
  const next = mailed(current, at);
  const key = `sign-up-exists:${current.id}:${next.version}:${at.getTime()}`;
  return { next, facts: [{ type: 'mail-wanted', template: 'sign-up-exists', to: current.userName, key, at }] };
}

/** What was pending became an account, or never will. */
export function settleSignUp({ pending: _settled, ...rest }: SignUp): SignUp {
  return { ...rest, version: rest.version + 1 };
}

export const livePending = (current: SignUp | undefined, at: Date): PendingAccount | undefined =>
  current?.pending && !isExpired(current.pending, at) ? current.pending : undefined;

/** When nothing is left to remember. */
export function forgetSignUpAt({ pending, mailsAt }: SignUp): Date {
  const quiet = mailsForgottenAt(mailsAt);
  return pending && pending.expiresAt > quiet ? pending.expiresAt : quiet;
}

function mailed(current: SignUp, at: Date): SignUp {
  const wait = nextMailAt(current.mailsAt, at);
  if (wait) throw accountRefusals.tooManyMails(secondsUntil(wait, at));
  return { ...current, version: current.version + 1, mailsAt: [...recentMails(current.mailsAt, at), at] };
}
