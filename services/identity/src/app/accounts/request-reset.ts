import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { askReset, noPassword } from '../../domain/accounts/password.ts';
import type { Tokens } from '../ports.ts';
import type { Passwords } from './ports.ts';
import { type FindOwner, userNameOf } from './user-name.ts';

export type RequestReset = Readonly<{ email: string }>;

type Deps = Readonly<{ passwords: Passwords; findOwner: FindOwner; tokens: Tokens; clock: Clock }>;

/** A link to whoever owns the address, also for their first password; everybody gets the same answer. */
export const requestResetHandler =
  ({ passwords, findOwner, tokens, clock }: Deps): Handler<RequestReset> =>
  ({ email }) => {
    const to = userNameOf(email);
    const made = tokens.make();
    return retryStale(async () => {
      const owner = await findOwner(to);
      if (owner?.status !== 'active') return;
      const current = (await passwords.find(owner.id)) ?? noPassword(owner.id);
      const decision = askReset(current, { ...made, to }, clock.now());
      if (decision) await passwords.save(decision.next, decision.facts);
    });
  };
