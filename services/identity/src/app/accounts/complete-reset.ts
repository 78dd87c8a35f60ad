import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { assertResettable, assertStrong, normalPassword, setPassword } from '../../domain/accounts/password.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import { auditOf } from '../caller.ts';
import type { Caller, People, Tokens } from '../ports.ts';
import type { EndCredentials } from '../sessions/end-credentials.ts';
import { mailAddressOf } from './mail-address.ts';
import type { LeakedPasswords, PasswordHasher, Passwords } from './ports.ts';

export type CompleteReset = Readonly<{ token: string; password: string; caller: Caller }>;

type Deps = Readonly<{
  passwords: Passwords;
  people: People;
  hasher: PasswordHasher;
  leaked: LeakedPasswords;
  endCredentials: EndCredentials;
  tokens: Tokens;
  clock: Clock;
}>;

/**
 * Whoever forgot a password may have lost it to somebody: everything that is signed in ends. It ends before as well, so
 * that a crash after the password was set leaves nothing open from before.
 */
export const completeResetHandler =
  ({ passwords, people, hasher, leaked, endCredentials, tokens, clock }: Deps): Handler<CompleteReset> =>
  async ({ token, password, caller }) => {
    const tokenHash = tokens.hash(token);
    assertResettable(await passwords.findByReset(tokenHash), clock.now());
    assertStrong(password, leaked.has);
    const hash = await hasher.hash(normalPassword(password));
    const personId = await retryStale(async () => {
      const at = clock.now();
      const current = await passwords.findByReset(tokenHash);
      assertResettable(current, at);
      const person = await people.find(current.id);
      if (person?.status !== 'active') throw accountRefusals.resetInvalid();
      await endCredentials(person.id);
      const { next, facts } = setPassword(current, hash, mailAddressOf(person), at);
      await passwords.save(next, [...facts, audited(next, auditOf(caller, 'password.reset', person.id, at))]);
      return person.id;
    });
    await endCredentials(personId);
  };
