import { type Clock, type Handler, type NewId, retryStale } from '@guildhall/kernel';
import { assertStrong, normalPassword } from '../../domain/accounts/password.ts';
import { knownLocale, knownTimeZone } from '../../domain/accounts/place.ts';
import { askForAccount, newSignUp, tellOwner } from '../../domain/accounts/sign-up.ts';
import { cleanNames } from '../../domain/names.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import type { Tokens } from '../ports.ts';
import type { LeakedPasswords, PasswordHasher, SignUps } from './ports.ts';
import { type FindOwner, keyOf, userNameOf } from './user-name.ts';

export type SignUpForAccount = Readonly<{
  email: string;
  password: string;
  firstName: string;
  lastName: string;
  timeZone?: string;
  locale?: string;
}>;
export type SignUpAnswer = Readonly<{ browserSecret: string }>;

type Deps = Readonly<{
  signUps: SignUps;
  findOwner: FindOwner;
  hasher: PasswordHasher;
  leaked: LeakedPasswords;
  tokens: Tokens;
  /** Whether names that are taken are answered like all others. */
  hidesAccounts: boolean;
  newId: NewId;
  clock: Clock;
}>;

/** Nothing but a pending sign-up comes of this, and a mail. Where names are hidden every answer and its work are alike. */
export const signUpHandler =
  (deps: Deps): Handler<SignUpForAccount, SignUpAnswer> =>
  async ({ email, password, timeZone, locale, ...typed }) => {
    const { signUps, findOwner, hasher, leaked, tokens, newId, clock } = deps;
    const userName = userNameOf(email);
    const names = cleanNames(typed);
    assertStrong(password, leaked.has);
    const passwordHash = await hasher.hash(normalPassword(password));
    const [{ token, tokenHash }, browser] = [tokens.make(), tokens.make()];
    const [zone, language] = [knownTimeZone(timeZone), knownLocale(locale)];
    const place = { ...(zone && { timeZone: zone }), ...(language && { locale: language }) };
    const secrets = { passwordHash, token, tokenHash, browserHash: browser.tokenHash };
    await retryStale(async () => {
      const at = clock.now();
      const owner = await findOwner(userName);
      if (owner && !deps.hidesAccounts) throw accountRefusals.userExists();
      const id = keyOf(tokens, userName);
      const current = (await signUps.find(id)) ?? newSignUp(id, userName);
      const wanted = { ...names, ...place, ...secrets, personId: newId() };
      const { next, facts } = owner ? tellOwner(current, at) : askForAccount(current, wanted, at);
      await signUps.save(next, facts);
    });
    return { browserSecret: browser.token };
  };
