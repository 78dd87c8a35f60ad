import type { Audited } from '../../domain/audit.ts';
import type { MailWanted } from '../../domain/accounts/mail.ts';
import type { Password } from '../../domain/accounts/password.ts';
import type { SignUp } from '../../domain/accounts/sign-up.ts';
import type { Tries } from '../../domain/accounts/tries.ts';

// As with all repositories here, `save` is one conditional write and throws `stale` when somebody was faster.

export interface SignUps {
  find(id: string): Promise<SignUp | undefined>;
  findByToken(tokenHash: string): Promise<SignUp | undefined>;
  save(signUp: SignUp, facts: readonly (MailWanted | Audited)[]): Promise<void>;
  remove(signUp: SignUp): Promise<void>;
}

export interface Passwords {
  find(personId: string): Promise<Password | undefined>;
  findByReset(tokenHash: string): Promise<Password | undefined>;
  save(password: Password, facts: readonly (MailWanted | Audited)[]): Promise<void>;
  remove(password: Password): Promise<void>;
}

export interface PasswordTries {
  find(id: string): Promise<Tries | undefined>;
  save(tries: Tries): Promise<void>;
  remove(tries: Tries): Promise<void>;
}

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Takes as long without a hash as with one, and is wrong then. `isOutdated`: today it would be hashed otherwise. */
  verify(hash: string | undefined, password: string): Promise<Readonly<{ isRight: boolean; isOutdated: boolean }>>;
}

export interface LeakedPasswords {
  has(password: string): boolean;
}
