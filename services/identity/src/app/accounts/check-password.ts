import { type Clock, isStale, retryStale } from '@guildhall/kernel';
import { normalPassword, type Password, rehash } from '../../domain/accounts/password.ts';
import { countTry, noTries, type Tries } from '../../domain/accounts/tries.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import type { PasswordHasher, Passwords, PasswordTries } from './ports.ts';

type Check = Readonly<{
  /** What the tries are counted under. */
  key: string;
  password: string;
  /** The hash to compare with; a dummy is compared when there is none, which is always wrong. */
  hash: string | undefined;
}>;
type Deps = Readonly<{ tries: PasswordTries; hasher: PasswordHasher; clock: Clock }>;

export type PasswordChecked = Readonly<{ isRight: boolean; isOutdated: boolean; isLocked: boolean }>;
export type CheckPassword = (check: Check) => Promise<PasswordChecked>;

/** The same work whether there is a password or not. Throws `identity.account_locked`. */
export const passwordChecker =
  ({ tries, hasher, clock }: Deps): CheckPassword =>
  async ({ key, password, hash }) => {
    const counted = await count(tries, key, clock).catch((error: unknown) => {
      // So many at once that this one found no turn: they are all the same guess to us.
      throw isStale(error) ? accountRefusals.accountLocked(1) : error;
    });
    const { isRight, isOutdated } = await hasher.verify(hash, normalPassword(password));
    if (isRight) await forgive(tries, key);
    return { isRight, isOutdated, isLocked: !isRight && counted.lockedUntil !== undefined };
  };

const count = (tries: PasswordTries, key: string, clock: Clock): Promise<Tries> =>
  retryStale(async () => {
    const next = countTry((await tries.find(key)) ?? noTries(key), clock.now());
    await tries.save(next);
    return next;
  });

const forgive = (tries: PasswordTries, key: string): Promise<void> =>
  retryStale(async () => {
    const current = await tries.find(key);
    if (current) await tries.remove(current);
  });

type Renewal = Readonly<{ kept: Password | undefined; password: string; isOutdated: boolean }>;

/** Hashes the right password anew when today's parameters are others; that it does not come to it is no refusal. */
export const hashRenewer =
  ({ passwords, hasher }: Readonly<{ passwords: Passwords; hasher: PasswordHasher }>) =>
  async ({ kept, password, isOutdated }: Renewal): Promise<void> => {
    if (!kept || !isOutdated) return;
    const hash = await hasher.hash(normalPassword(password));
    await passwords.save(rehash(kept, hash), []).catch((error: unknown) => {
      if (!isStale(error)) throw error;
    });
  };

export type RenewHash = ReturnType<typeof hashRenewer>;
