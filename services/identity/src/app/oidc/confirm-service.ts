import { type Clock, retryStale } from '@guildhall/kernel';
import { pendingOf } from '../../domain/oidc/service-identity.ts';
import type { Confirm, Confirmed } from '../accounts/confirm-sign-up.ts';
import type { Enter } from '../accounts/enter.ts';
import type { FindOwner } from '../accounts/user-name.ts';
import type { Tokens } from '../ports.ts';
import type { Joiner } from './join.ts';
import type { ServiceIdentities } from './ports.ts';

type Deps = Readonly<{
  identities: ServiceIdentities;
  findOwner: FindOwner;
  join: Joiner;
  tokens: Tokens;
  enter: Enter;
  clock: Clock;
}>;

/** The owner of the address says that the account at the service is theirs. Undefined when the link is not of that kind. */
export const serviceConfirmer =
  ({ identities, findOwner, join, tokens, enter, clock }: Deps) =>
  ({ token, browserSecret, caller }: Confirm): Promise<Confirmed | undefined> =>
    retryStale(async () => {
      const at = clock.now();
      const identity = await identities.findByToken(tokens.hash(token));
      const pending = pendingOf(identity, 'mail', at);
      if (!identity || !pending) return undefined;
      const owner = await findOwner(pending.email);
      const person = owner ?? (await join.joinAs(identity, pending, caller, at));
      if (owner) await join.linkTo(identity, owner, caller, at);
      const { next, browserHash } = pending;
      if (tokens.hash(browserSecret) !== browserHash) return { next };
      return { signedIn: await enter({ person, caller, way: 'service' }), next };
    });
