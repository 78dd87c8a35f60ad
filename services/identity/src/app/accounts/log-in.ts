import type { AppError, Clock, Handler } from '@guildhall/kernel';
import { livePending } from '../../domain/accounts/sign-up.ts';
import type { Person } from '../../domain/person.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import { auditOf } from '../caller.ts';
import type { Audits, Caller, Tokens } from '../ports.ts';
import type { SignedIn } from '../sign-in/open-session.ts';
import type { CheckPassword, PasswordChecked, RenewHash } from './check-password.ts';
import type { Enter } from './enter.ts';
import type { Passwords, SignUps } from './ports.ts';
import { type FindOwner, keyOf, userNameOf } from './user-name.ts';

export type LogIn = Readonly<{ email: string; password: string; caller: Caller }>;

type Deps = Readonly<{
  signUps: SignUps;
  passwords: Passwords;
  findOwner: FindOwner;
  checkPassword: CheckPassword;
  renewHash: RenewHash;
  enter: Enter;
  audits: Audits;
  tokens: Tokens;
  hidesAccounts: boolean;
  publicUrl: string;
  clock: Clock;
}>;

// A read that finds nothing, for names nobody has: they take as long as others.
const nobody = 'nobody';

export const logInHandler =
  (deps: Deps): Handler<LogIn, SignedIn> =>
  async ({ email, password, caller }) => {
    const { signUps, passwords, findOwner, tokens, clock } = deps;
    const userName = userNameOf(email);
    const key = keyOf(tokens, userName);
    const [owner, signUp] = await Promise.all([findOwner(userName), signUps.find(key)]);
    const kept = await passwords.find(owner?.id ?? nobody);
    const pending = owner ? undefined : livePending(signUp, clock.now());
    const checked = await deps.checkPassword({ key, password, hash: kept?.hash ?? pending?.passwordHash });
    if (checked.isRight && owner) {
      await deps.renewHash({ kept, password, isOutdated: checked.isOutdated });
      return deps.enter({ person: owner, caller, way: 'password' });
    }
    if (checked.isRight) throw accountRefusals.accountPending();
    throw await refusal(deps, owner, checked, caller);
  };

async function refusal(
  { audits, clock, hidesAccounts, publicUrl }: Deps,
  owner: Person | undefined,
  { isLocked }: PasswordChecked,
  caller: Caller,
): Promise<AppError> {
  if (isLocked) await audits.record([auditOf(caller, 'login.locked', owner?.id ?? nobody, clock.now())]);
  const signUp = new URL('/sign-up', publicUrl).href;
  return owner || hidesAccounts ? accountRefusals.badCredentials(signUp) : accountRefusals.noAccount(signUp);
}
