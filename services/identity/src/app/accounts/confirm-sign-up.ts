import { AppError, type Clock, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { noPassword, setPassword } from '../../domain/accounts/password.ts';
import { livePending, type PendingAccount, settleSignUp, type SignUp } from '../../domain/accounts/sign-up.ts';
import type { Person } from '../../domain/person.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import { auditOf } from '../caller.ts';
import type { Caller, Tokens } from '../ports.ts';
import type { SignedIn } from '../sign-in/open-session.ts';
import type { Enter } from './enter.ts';
import type { MakePerson } from './make-person.ts';
import type { Passwords, SignUps } from './ports.ts';

export type Confirm = Readonly<{ token: string; browserSecret: string; caller: Caller }>;
export type Confirmed = Readonly<{ signedIn?: SignedIn; next?: string }>;

type Deps = Readonly<{
  signUps: SignUps;
  passwords: Passwords;
  makePerson: MakePerson;
  tokens: Tokens;
  enter: Enter;
  clock: Clock;
}>;

/**
 * Person, password, end of the sign-up, session, in this order: a repeat after a crash completes it. Only the browser
 * that asked is signed in; whoever else holds the link has shown that the address is theirs, and no more. Undefined when
 * the link is not one of a sign-up.
 */
export const signUpConfirmer =
  (deps: Deps) =>
  ({ token, browserSecret, caller }: Confirm): Promise<Confirmed | undefined> =>
    retryStale(async () => {
      const { signUps, tokens, enter, clock } = deps;
      const at = clock.now();
      const current = await signUps.findByToken(tokens.hash(token));
      const pending = livePending(current, at);
      if (!current || !pending) return undefined;
      const person = await makeAccount(deps, current, pending, at);
      const settled = settleSignUp(current);
      await signUps.save(settled, [audited(settled, auditOf(caller, 'account.confirmed', person.id, at))]);
      if (tokens.hash(browserSecret) !== pending.browserHash) return {};
      return { signedIn: await enter({ person, caller, way: 'password' }) };
    });

async function makeAccount(deps: Deps, current: SignUp, pending: PendingAccount, at: Date): Promise<Person> {
  const { personId, firstName, lastName, timeZone, locale, passwordHash } = pending;
  const place = { ...(timeZone && { timeZone }), ...(locale && { locale }) };
  const wanted = { personId, firstName, lastName, email: current.userName, ...place };
  const person = await deps.makePerson(wanted, at).catch(voided(deps, current));
  const kept = (await deps.passwords.find(personId)) ?? noPassword(personId);
  if (!kept.hash) await deps.passwords.save(setPassword(kept, passwordHash, undefined, at).next, []);
  return person;
}

/** Somebody else has proved the address meanwhile: the password of this sign-up was perhaps never theirs. */
const voided =
  ({ signUps }: Deps, current: SignUp) =>
  async (error: unknown): Promise<never> => {
    if (!(error instanceof AppError) || error.code !== 'identity.contact_taken') throw error;
    await signUps.save(settleSignUp(current), []);
    throw accountRefusals.confirmationInvalid();
  };
